package org.cartograph.service.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.cartograph.service.startup.CannotStart;
import org.junit.jupiter.api.Test;

final class FeedbackSettingsTest {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration LIFE = Duration.ofDays(30);

    @Test
    void saysToThePluginWhatTheShopHasSet() {
        assertThat(new FeedbackSettings(45, 48, Duration.ofSeconds(90), Duration.ofHours(25)).asParameter())
                .isEqualTo(Map.of("sessionMinutes", 45, "emailHours", 48, "clockSkewSeconds", 90L, "lifeDays", 2L));
    }

    @Test
    void refusesASessionWithoutEnd() {
        assertThatThrownBy(() -> new FeedbackSettings(43_201, 24, SKEW, LIFE))
                .isInstanceOf(CannotStart.class)
                .hasMessage("`cartograph.feedback.session-minutes` must be between 1 and 43200, but was 43201.");
    }

    @Test
    void refusesAnEmailThatIsOldAtOnce() {
        assertThatThrownBy(() -> new FeedbackSettings(30, 0, SKEW, LIFE))
                .hasMessage("`cartograph.feedback.email-hours` must be between 1 and 720, but was 0.");
    }

    @Test
    void refusesAClockThatIsAheadByADay() {
        assertThatThrownBy(() -> new FeedbackSettings(30, 24, Duration.ofDays(1), LIFE))
                .hasMessage("`cartograph.feedback.clock-skew` must be between 0s and 1h, but was 86400s.");
    }

    @Test
    void refusesOutcomesThatMayComeForYears() {
        assertThatThrownBy(() -> new FeedbackSettings(30, 24, SKEW, Duration.ofDays(401)))
                .hasMessage("`cartograph.feedback.life` must be between 1h and 400d, but was 34646400s.");
    }
}
