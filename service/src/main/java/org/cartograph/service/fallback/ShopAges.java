package org.cartograph.service.fallback;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How old what pages are made of is: {@code cartograph.model.age} and {@code cartograph.snapshot.age} of the metrics. */
@Component
final class ShopAges {

    private final LatestSnapshot latest;

    ShopAges(LatestSnapshot latest, MeterRegistry meters) {
        this.latest = latest;
        register(
                "cartograph.model.age",
                "Time since the model was built; not a number before",
                Snapshot::modelBuiltAt,
                meters);
        register("cartograph.snapshot.age", "Time since the shop was last seen", Snapshot::takenAt, meters);
    }

    private void register(
            String name, String description, Function<Snapshot, @Nullable Instant> since, MeterRegistry meters) {
        TimeGauge.builder(name, this, TimeUnit.MILLISECONDS, ages -> ages.millisSince(since))
                .description(description)
                .register(meters);
    }

    private double millisSince(Function<Snapshot, @Nullable Instant> since) {
        return latest.get()
                .map(since)
                .map(moment -> (double) Duration.between(moment, Instant.now()).toMillis())
                .orElse(Double.NaN);
    }
}
