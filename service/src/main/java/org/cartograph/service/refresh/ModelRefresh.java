package org.cartograph.service.refresh;

import java.time.Duration;
import java.util.Map;
import org.cartograph.service.database.ShopDatabase;
import org.neo4j.driver.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the plugin again and again to refresh the model.
 *
 * <p>The service with the lease does so. The plugin besides lets one refresh run at a time and none soon after another,
 * whoever asks.
 */
@Component
final class ModelRefresh implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ModelRefresh.class);

    private static final String REFRESH = """
            CALL cartograph.model.refresh({minimumInterval: $minimumInterval})
            YIELD refreshedProducts, rowsWritten, created, updated, deleted, remaining, caughtUpCustomers,
                  catchUpMillis, learnMillis, writeMillis
            """;

    /** The first refresh after a restart of the database reads the whole shop. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Another service's clock may tick a little faster. */
    private static final double SHARE_OF_INTERVAL = 0.9;

    private final RefreshSettings settings;
    private final ShopDatabase database;
    private final Routine routine;

    ModelRefresh(RefreshSettings settings, ShopDatabase database, Lease lease) {
        this.settings = settings;
        this.database = database;
        this.routine = Routine.scheduled("refresh", settings.refreshInterval(), lease, this::refresh);
    }

    private void refresh() {
        double minimum = settings.refreshInterval().toMillis() * SHARE_OF_INTERVAL / 1_000;
        database.write(REFRESH, Map.of("minimumInterval", minimum), PATIENCE, rows -> {
            rows.forEach(ModelRefresh::report);
            return rows.size();
        });
    }

    private static void report(Record row) {
        if (row.get("refreshedProducts").asLong() > 0) {
            LOG.info(
                    "refresh products={} rows={} created={} updated={} deleted={} remaining={} customers={} "
                            + "catchUpMillis={} learnMillis={} writeMillis={}",
                    row.get("refreshedProducts"),
                    row.get("rowsWritten"),
                    row.get("created"),
                    row.get("updated"),
                    row.get("deleted"),
                    row.get("remaining"),
                    row.get("caughtUpCustomers"),
                    row.get("catchUpMillis"),
                    row.get("learnMillis"),
                    row.get("writeMillis"));
        }
    }

    @Override
    public void start() {
        routine.start();
    }

    @Override
    public void stop() {
        routine.stop();
    }

    @Override
    public boolean isRunning() {
        return routine.isRunning();
    }
}
