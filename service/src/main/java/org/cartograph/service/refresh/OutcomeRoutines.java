package org.cartograph.service.refresh;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.feedback.FeedbackSettings;
import org.neo4j.driver.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the plugin again and again to learn from outcomes, to close recommendations for which no purchase can count any more,
 * and to sum up what is too old.
 *
 * <p>The service with the lease does so. What one service has done the next finds done.
 */
@Component
final class OutcomeRoutines implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeRoutines.class);

    private static final String LEARN = "CALL cartograph.feedback.learn({}) "
            + "YIELD recommendations, outcomes, remaining RETURN recommendations AS done, outcomes AS of, remaining";
    private static final String CLOSE = "CALL cartograph.feedback.close($config) "
            + "YIELD closed, attributed, remaining RETURN closed AS done, attributed AS of, remaining";
    private static final String RETAIN = "CALL cartograph.feedback.retain($config) "
            + "YIELD recommendations, remaining RETURN recommendations AS done, 0 AS of, remaining";

    /** A backlog is worked off in several calls, each of which ends long before this. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ShopDatabase database;
    private final Lease lease;
    private final List<Routine> routines;

    OutcomeRoutines(OutcomeSettings settings, FeedbackSettings feedback, ShopDatabase database, Lease lease) {
        this.database = database;
        this.lease = lease;
        Map<String, Object> age = Map.of("days", settings.retainDays());
        this.routines = List.of(
                routine("learn", settings.learnInterval(), LEARN, Map.of()),
                routine("close", settings.closeInterval(), CLOSE, feedback.asParameter()),
                routine("retain", settings.retainInterval(), RETAIN, age));
    }

    private Routine routine(String name, Duration interval, String call, Map<String, Object> config) {
        return Routine.scheduled(name, interval, lease, () -> {
            boolean more = true;
            while (more && lease.isHeld() && !Thread.currentThread().isInterrupted()) {
                more = database.write(call, Map.of("config", config), PATIENCE, rows -> report(name, rows));
            }
        });
    }

    /** Says what was done, if anything was, and whether there is more of it. */
    private static boolean report(String name, List<Record> rows) {
        boolean more = false;
        for (Record row : rows) {
            if (row.get("done").asLong() > 0) {
                LOG.info(
                        "{} recommendations={} outcomes={} remaining={}",
                        name,
                        row.get("done"),
                        row.get("of"),
                        row.get("remaining"));
                more = more || row.get("remaining").asLong() > 0;
            }
        }
        return more;
    }

    @Override
    public void start() {
        routines.forEach(Routine::start);
    }

    @Override
    public void stop() {
        routines.forEach(Routine::stop);
    }

    @Override
    public boolean isRunning() {
        return routines.stream().anyMatch(Routine::isRunning);
    }
}
