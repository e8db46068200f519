package org.cartograph.feedback;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.Instants;
import org.cartograph.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What an answer recommended, as its token says.
 *
 * @param variants {@code experiment/variant} of each experiment that had a part in it
 * @param shared whether many browsers got the same answer from a cache, so that each has outcomes of its own
 * @param degraded whether it was made without the database
 * @param partial whether the token had no room for all items, so that a product that is not among them may have been shown
 */
record Recommended(
        String id,
        ZonedDateTime at,
        String context,
        List<String> variants,
        @Nullable ZonedDateTime modelBuiltAt,
        boolean shared,
        boolean degraded,
        boolean partial,
        List<Place> items) {

    private static final Set<String> KEYS =
            Set.of("id", "at", "context", "variants", "modelBuiltAt", "shared", "degraded", "partial", "items");

    /** Reads one; an answer without {@code at} or {@code id} is none. */
    static Recommended of(Map<String, Object> sent) {
        Settings keys = Settings.of(sent, KEYS);
        Instant builtAt = Instants.of(keys.value("modelBuiltAt"));
        List<Place> items = new ArrayList<>();
        for (Object item : keys.list("items")) {
            if (!(item instanceof Map<?, ?> map)) {
                throw keys.refusal("items", "a list of maps", item);
            }
            items.add(Place.of(Settings.stringKeyed(map)));
        }
        Instant at = Instants.of(keys.value("at"));
        if (at == null) {
            throw keys.refusal("at", "a date and time", keys.value("at"));
        }
        return new Recommended(
                Place.required(keys, "id"),
                at.atZone(ZoneOffset.UTC),
                Place.required(keys, "context"),
                keys.texts("variants"),
                builtAt == null ? null : builtAt.atZone(ZoneOffset.UTC),
                keys.flag("shared", false),
                keys.flag("degraded", false),
                keys.flag("partial", false),
                List.copyOf(items));
    }

    /** Whether a product was shown, in this box where one is named. */
    boolean showed(@Nullable String productId, @Nullable String placement) {
        return items.stream().anyMatch(item -> item.is(productId, placement));
    }

    /**
     * A product in an answer.
     *
     * @param rank in its box, from 1
     * @param usualRank without exploring; 0 when exploring brought it
     * @param via the seed that led to it
     */
    record Place(
            String placement,
            String productId,
            int rank,
            int usualRank,
            double score,
            @Nullable String source,
            @Nullable String via) {
        private static final Set<String> KEYS =
                Set.of("placement", "productId", "rank", "usualRank", "score", "source", "via");
        private static final int LAST = 100_000;

        static Place of(Map<String, Object> sent) {
            Settings keys = Settings.of(sent, KEYS);
            int rank = keys.integer("rank", 1, 1, LAST);
            return new Place(
                    required(keys, "placement"),
                    required(keys, "productId"),
                    rank,
                    keys.integer("usualRank", rank, 0, LAST),
                    keys.decimal("score", 0, -Double.MAX_VALUE, Double.MAX_VALUE),
                    keys.text("source"),
                    keys.text("via"));
        }

        boolean is(@Nullable String product, @Nullable String box) {
            return (product == null || productId.equals(product)) && (box == null || placement.equals(box));
        }

        private static String required(Settings keys, String key) {
            String text = keys.text(key);
            if (text == null || text.isEmpty()) {
                throw keys.refusal(key, "a text", text);
            }
            return text;
        }
    }
}
