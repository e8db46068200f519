package org.cartograph.service.feedback;

import java.time.Duration;
import java.util.Map;
import org.cartograph.service.startup.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a purchase counts for a recommendation, and how clocks may differ: {@code cartograph.feedback.*}.
 *
 * @param sessionMinutes minutes after a touch within which a purchase counts for it, 1 to 43,200 (30 days)
 * @param emailHours     the same for e-mails and abandoned carts, in hours, 1 to 720 (30 days)
 * @param clockSkew      how far the clock of a browser or of another service may be ahead, 0 to 1 h; an event in that time
 *                       counts as of now
 * @param life           how long after an answer its outcomes may come, 1 h to 400 d; as long as its token lives unless said
 *                       otherwise
 */
@ConfigurationProperties("cartograph.feedback")
public record FeedbackSettings(
        @DefaultValue("30") int sessionMinutes,
        @DefaultValue("24") int emailHours,
        @DefaultValue("5m") Duration clockSkew,
        @DefaultValue("30d") Duration life) {

    private static final Duration ALMOST_A_DAY = Duration.ofDays(1).minusNanos(1);

    public FeedbackSettings {
        check("session-minutes", 1, 43_200, sessionMinutes);
        check("email-hours", 1, 720, emailHours);
        if (clockSkew.isNegative() || clockSkew.compareTo(Duration.ofHours(1)) > 0) {
            throw new CannotStart("`cartograph.feedback.clock-skew` must be between 0s and 1h, but was "
                    + clockSkew.toSeconds() + "s.");
        }
        if (life.compareTo(Duration.ofHours(1)) < 0 || life.compareTo(Duration.ofDays(400)) > 0) {
            throw new CannotStart(
                    "`cartograph.feedback.life` must be between 1h and 400d, but was " + life.toSeconds() + "s.");
        }
    }

    private static void check(String name, int least, int most, int value) {
        if (value < least || value > most) {
            throw new CannotStart("`cartograph.feedback.%s` must be between %d and %d, but was %d."
                    .formatted(name, least, most, value));
        }
    }

    /** The {@code config} of the plugin's {@code cartograph.feedback} procedures. */
    public Map<String, Object> asParameter() {
        return Map.of(
                "sessionMinutes",
                sessionMinutes,
                "emailHours",
                emailHours,
                "clockSkewSeconds",
                clockSkew.toSeconds(),
                "lifeDays",
                life.plus(ALMOST_A_DAY).toDays());
    }
}
