package org.cartograph.service.fallback;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The snapshot in use: an earlier run's until the database has been seen. Without one the service is not ready. */
@Component("snapshotHealthIndicator")
final class LatestSnapshot implements HealthIndicator {

    private final SnapshotFile file;
    private final AtomicReference<@Nullable Snapshot> current;

    LatestSnapshot(SnapshotFile file) {
        this.file = file;
        this.current = new AtomicReference<>(file.read().orElse(null));
    }

    Optional<Snapshot> get() {
        return Optional.ofNullable(current.get());
    }

    void replace(Snapshot snapshot) {
        current.set(snapshot);
        file.write(snapshot);
    }

    @Override
    public Health health() {
        return get().map(snapshot -> Health.up()
                        .withDetail("takenAt", snapshot.takenAt())
                        .withDetail("products", snapshot.products().size())
                        .build())
                .orElseGet(() -> Health.outOfService()
                        .withDetail("waitingFor", "a first look at the shop")
                        .build());
    }
}
