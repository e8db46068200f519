package org.cartograph.audience;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Who is meant, and what the letter holds.
 *
 * @param window how long ago the cause must be
 * @param minimumTimes purchases of a product that make it a usual one; with 1 what all customers do tells when
 * @param requireConsent whether silence counts as a refusal
 * @param context the page that the placements stand on
 * @param placements names of the boxes
 * @param items in each box, or null for each box's own size
 * @param locale the language of reasons and titles, or null
 * @param limit most people, or null
 */
record AudienceSettings(
        Kind kind,
        Window window,
        int minimumTimes,
        boolean requireConsent,
        String context,
        List<String> placements,
        @Nullable Integer items,
        @Nullable String locale,
        @Nullable Integer limit) {

    private static final int TEN_YEARS = 87_600;
    private static final Set<String> KEYS = Set.of(
            "kind",
            "minimumHours",
            "maximumHours",
            "minimumTimes",
            "requireConsent",
            "context",
            "placements",
            "items",
            "locale",
            "limit");

    static AudienceSettings of(@Nullable Map<String, Object> config) {
        Settings settings = Settings.of(config, KEYS);
        Kind kind = kind(settings);
        if (kind != Kind.DUE && settings.has("minimumTimes")) {
            throw new IllegalArgumentException(
                    "`minimumTimes` must be left out unless `kind` is 'due', but `kind` was '" + kind.word() + "'.");
        }
        String context = settings.text("context");
        List<String> placements = settings.texts("placements");
        if (context != null && placements.isEmpty()) {
            throw new IllegalArgumentException("`placements` must name boxes where `context` is given.");
        }
        return new AudienceSettings(
                kind,
                window(settings, kind.window()),
                settings.integer("minimumTimes", 2, 1, 1_000),
                settings.flag("requireConsent", false),
                context == null ? kind.context() : context,
                placements.isEmpty() ? kind.placements() : placements,
                settings.has("items") ? settings.integer("items", 1, 1, 100) : null,
                settings.text("locale"),
                settings.has("limit") ? settings.integer("limit", 1, 1, Integer.MAX_VALUE) : null);
    }

    private static Kind kind(Settings settings) {
        String word = settings.text("kind");
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`kind` must be one of "
                        + String.join(", ", Kind.words()) + ", but was " + Shown.of(word) + "."
                        + (word == null ? "" : Suggestion.of(word, Kind.words()))));
    }

    /** Where only one end is given and the usual other end would leave nothing, the window keeps its usual length. */
    private static Window window(Settings settings, Window usual) {
        long length = usual.most().minus(usual.least()).toHours();
        int least = settings.integer("minimumHours", (int) usual.least().toHours(), 0, TEN_YEARS);
        long standard = Math.max(usual.most().toHours(), least + length);
        int most = settings.integer("maximumHours", (int) standard, 1, 2 * TEN_YEARS);
        if (most <= least) {
            throw new IllegalArgumentException(
                    "`maximumHours` must be more than `minimumHours`, which is " + least + ", but was " + most + ".");
        }
        return new Window(Duration.ofHours(least), Duration.ofHours(most));
    }
}
