package org.cartograph.service.token;

import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How recommendations are signed: {@code cartograph.token.*}.
 *
 * @param key         secret of at least 32 characters, the same for all services of a shop; a random one when null
 * @param previousKey the key before it, whose tokens are still taken while the key is being changed
 * @param life        how long after an answer its outcomes are taken, 1 h to 400 d
 */
@ConfigurationProperties("cartograph.token")
record TokenSettings(
        @Nullable String key,
        @Nullable String previousKey,
        @DefaultValue("30d") Duration life) {

    private static final int SHORTEST_KEY = 32;
    private static final Duration SHORTEST_LIFE = Duration.ofHours(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(400);

    TokenSettings {
        checkKey("cartograph.token.key", key);
        checkKey("cartograph.token.previous-key", previousKey);
        if (previousKey != null && key == null) {
            throw new CannotStart(
                    "`cartograph.token.previous-key` must come with a `cartograph.token.key`, but that was "
                            + "missing.");
        }
        if (life.compareTo(SHORTEST_LIFE) < 0 || life.compareTo(LONGEST_LIFE) > 0) {
            throw new CannotStart(
                    "`cartograph.token.life` must be between 1h and 400d, but was " + life.toSeconds() + "s.");
        }
    }

    private static void checkKey(String name, @Nullable String key) {
        if (key != null && key.strip().length() < SHORTEST_KEY) {
            throw new CannotStart(
                    "`%s` must have at least %d characters, but had %d; `openssl rand -base64 32` makes one."
                            .formatted(name, SHORTEST_KEY, key.strip().length()));
        }
    }

    @Override
    public String toString() {
        return "TokenSettings[life=%s]".formatted(life);
    }
}
