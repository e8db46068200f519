package org.cartograph.service.recommendation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A timer for each outcome, made when it is seen first: buckets to add up over services and time, and beside them, where
 * wanted, percentiles of this service's last two minutes as gauges, because Prometheus gets the one or the other of a timer.
 */
final class OutcomeTimers {

    private static final Duration[] OBJECTIVES = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(150),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1)
    };

    private final String name;
    private final String description;
    private final List<Tag> tags;
    private final MeterRegistry meters;
    private final double[] percentiles;
    private final Map<PageOutcome, Timer> timers = new ConcurrentHashMap<>();

    OutcomeTimers(String name, String description, List<Tag> tags, MeterRegistry meters, double... percentiles) {
        this.name = name;
        this.description = description;
        this.tags = tags;
        this.meters = meters;
        this.percentiles = percentiles.clone();
    }

    void record(PageOutcome outcome, long nanos) {
        Timer timer = timers.get(outcome);
        if (timer == null) {
            timer = register(outcome);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Registering twice gives the same timer. */
    private Timer register(PageOutcome outcome) {
        List<Tag> all = new ArrayList<>(tags);
        all.add(Tag.of("outcome", outcome.word()));
        Timer timer = Timer.builder(name)
                .description(description)
                .tags(all)
                .publishPercentiles(percentiles)
                .serviceLevelObjectives(OBJECTIVES)
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(meters);
        for (int place = 0; place < percentiles.length; place++) {
            int which = place;
            TimeGauge.builder(name + ".quantile", timer, TimeUnit.NANOSECONDS, it -> percentile(it, which))
                    .description(description + ", a quantile of the last two minutes")
                    .tags(all)
                    .tag("phi", String.valueOf(percentiles[place]))
                    .register(meters);
        }
        timers.put(outcome, timer);
        return timer;
    }

    private static double percentile(Timer timer, int which) {
        ValueAtPercentile[] values = timer.takeSnapshot().percentileValues();
        return which < values.length ? values[which].value(TimeUnit.NANOSECONDS) : Double.NaN;
    }
}
