package org.cartograph.feedback;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.cartograph.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * How long after a recommendation a purchase still counts for it.
 *
 * @param session from the click, or from being seen, to the purchase; longer credits sales that would have happened
 *     anyway, shorter misses those who think it over; the default of 30 minutes is what web analytics call a session
 * @param email the same for recommendations that are read later, in contexts {@code email} and {@code abandoned-cart}; 24 hours
 * @param clockSkew how far a shop's clock may be ahead of or behind the database's; 300 seconds
 * @param life how long after an answer its events may come, as long as its token is valid; 30 days
 */
public record FeedbackSettings(Duration session, Duration email, Duration clockSkew, Duration life) {
    /** The keys that {@link #of(Settings)} reads. */
    public static final Set<String> KEYS = Set.of("sessionMinutes", "emailHours", "clockSkewSeconds", "lifeDays");

    private static final Set<String> READ_LATER = Set.of("email", "abandoned-cart");

    /** Reads a procedure's config. */
    public static FeedbackSettings of(@Nullable Map<String, Object> config) {
        return of(Settings.of(config, KEYS));
    }

    static FeedbackSettings of(Settings settings) {
        return new FeedbackSettings(
                Duration.ofMinutes(settings.integer("sessionMinutes", 30, 1, 43_200)),
                Duration.ofHours(settings.integer("emailHours", 24, 1, 720)),
                Duration.ofSeconds(settings.integer("clockSkewSeconds", 300, 0, 86_400)),
                Duration.ofDays(settings.integer("lifeDays", 30, 1, 400)));
    }

    /** How long a purchase may follow what was shown on this page. */
    Duration window(String context) {
        return READ_LATER.contains(context) ? email : session;
    }

    /** The longer of both windows. */
    Duration longestWindow() {
        return session.compareTo(email) > 0 ? session : email;
    }
}
