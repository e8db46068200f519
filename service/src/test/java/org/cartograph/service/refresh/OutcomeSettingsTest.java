package org.cartograph.service.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.junit.jupiter.api.Test;

final class OutcomeSettingsTest {

    private static final Duration NEVER = Duration.ZERO;

    @Test
    void takesZeroForNever() {
        assertThat(new OutcomeSettings(NEVER, NEVER, NEVER, 400).learnInterval())
                .isZero();
    }

    @Test
    void refusesToLearnAllTheTime() {
        assertThatThrownBy(() -> new OutcomeSettings(Duration.ofMillis(50), NEVER, NEVER, 400))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "`cartograph.feedback.learn-interval` must be between 1s and 1h, or 0 for never, but was 50ms.");
    }

    @Test
    void refusesToSumUpTooSeldom() {
        assertThatThrownBy(() -> new OutcomeSettings(NEVER, NEVER, Duration.ofDays(31), 400))
                .hasMessage("`cartograph.feedback.retain-interval` must be between 1m and 30d, or 0 for never, but was "
                        + "2678400000ms.");
    }

    @Test
    void refusesToKeepNothing() {
        assertThatThrownBy(() -> new OutcomeSettings(NEVER, NEVER, NEVER, 0))
                .hasMessage("`cartograph.feedback.retain-days` must be between 1 and 36500, but was 0.");
    }
}
