package org.cartograph.service.fallback;

import java.nio.file.Path;
import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the snapshot is kept: {@code cartograph.snapshot.*}.
 *
 * @param file    where; {@code snapshot.json} in the database's home, with the server's name in it when it is not a demo's
 * @param refresh how often, at least every second
 */
@ConfigurationProperties("cartograph.snapshot")
record SnapshotSettings(
        @Nullable Path file, @DefaultValue("1m") Duration refresh) {

    SnapshotSettings {
        if (refresh.toMillis() < 1_000) {
            throw new CannotStart(
                    "`cartograph.snapshot.refresh` must be at least 1s, but was " + refresh.toMillis() + "ms.");
        }
    }
}
