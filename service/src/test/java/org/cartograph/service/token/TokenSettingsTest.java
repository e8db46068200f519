package org.cartograph.service.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.junit.jupiter.api.Test;

final class TokenSettingsTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Duration LIFE = Duration.ofDays(30);

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> new TokenSettings("secret", null, LIFE))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "`cartograph.token.key` must have at least 32 characters, but had 6; `openssl rand -base64 32` "
                                + "makes one.");
    }

    @Test
    void refusesAPreviousKeyAlone() {
        assertThatThrownBy(() -> new TokenSettings(null, KEY, LIFE))
                .hasMessage(
                        "`cartograph.token.previous-key` must come with a `cartograph.token.key`, but that was missing.");
    }

    @Test
    void refusesALifeOfAMinute() {
        assertThatThrownBy(() -> new TokenSettings(KEY, null, Duration.ofMinutes(1)))
                .hasMessage("`cartograph.token.life` must be between 1h and 400d, but was 60s.");
    }

    @Test
    void keepsItsKeysToItself() {
        assertThat(new TokenSettings(KEY, KEY, LIFE).toString()).doesNotContain(KEY);
    }
}
