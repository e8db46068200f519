package org.cartograph.model;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cartograph.facts.ReadingScope;
import org.cartograph.graph.Family;
import org.cartograph.graph.ShopParameters;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Suggestion;
import org.cartograph.similarity.AttributeWeighting;
import org.cartograph.similarity.ColdStartParameters;
import org.cartograph.similarity.Weighting;
import org.jspecify.annotations.Nullable;

/**
 * How a model is built; every value has a default, a range and a meaning at its extremes.
 *
 * <p>The keys {@code neighbours} (K, edges a product keeps: 1 to 200, 25), {@code walkAlpha} (0 to 2, 0.7), {@code beta}
 * (0 to 2, 0.2), {@code gamma} (0 to 100, 1), {@code ridgeNeighbours} (m, 0 to 200, 50), {@code ridgeAlpha} (0 to 2, 0.5)
 * and {@code lambda} (0 to 100,000, 20) are those of {@link Weighting}; they count for all families, or inside of a map
 * such as {@code boughtTogether} for that one.
 *
 * @param families which edges to build; all by default
 * @param weightings what the edges of each family weigh
 * @param similar what makes two products alike, from the map {@code similar}, see {@link ContentSettings}
 * @param coldStart how products with few sales borrow from others, from the map {@code coldStart}
 * @param windowDays how long after an order BOUGHT_NEXT still looks: 0 (only the same order) to 3,650 days, default 30
 * @param trendHalfLifeDays age at which an order counts half in what sells well of late: 0.5 (yesterday only) to 36,500
 *     days (all times alike), default 14
 * @param longestHistory purchases of one customer that count for ALSO_BOUGHT, the most recent ones: 2 to 100,000,
 *     default 500
 * @param threads how many work at once: 1 to 64, default one per core
 */
public record BuildSettings(
        Set<Family> families,
        Map<Family, Weighting> weightings,
        AttributeWeighting similar,
        ColdStartParameters coldStart,
        int windowDays,
        double trendHalfLifeDays,
        int longestHistory,
        int threads) {

    private static final Set<String> KEYS = keys();
    private static final Set<Family> BUILDABLE = EnumSet.allOf(Family.class);

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>(FamilyWeightings.KEYS);
        keys.addAll(List.of("families", "windowDays", "trendHalfLifeDays", "longestHistory", "threads"));
        keys.addAll(List.of("boughtTogether", "boughtNext", "alsoBought", "alsoViewed", "similar", "coldStart"));
        return keys;
    }

    /**
     * Reads a configuration map over the shop's own parameters; what neither gives has its default.
     *
     * @param stored see {@link org.cartograph.graph.ShopParameters}; keys that are not of a build are passed over
     */
    public static BuildSettings of(@Nullable Map<String, Object> config, Map<String, Object> stored) {
        Settings.of(config, KEYS);
        Map<String, Object> below = new HashMap<>(stored);
        below.keySet().retainAll(KEYS);
        Map<String, Object> given = config == null ? Map.of() : config;
        // What is given for all families is meant to win over what was stored for one.
        for (Family family : Family.values()) {
            if (below.get(family.key()) instanceof Map<?, ?> own) {
                Map<String, Object> kept = Settings.stringKeyed(own);
                kept.keySet().removeAll(given.keySet());
                below.put(family.key(), kept);
            }
        }
        Map<String, Object> values = ShopParameters.over(below, given);
        Settings settings = Settings.of(values, KEYS);
        return new BuildSettings(
                families(settings),
                FamilyWeightings.of(settings, values),
                ContentSettings.similar(settings),
                ContentSettings.coldStart(settings),
                settings.integer("windowDays", 30, 0, 3650),
                settings.decimal("trendHalfLifeDays", 14, 0.5, 36_500),
                settings.integer("longestHistory", 500, 2, 100_000),
                settings.integer("threads", Math.min(64, Runtime.getRuntime().availableProcessors()), 1, 64));
    }

    private static Set<Family> families(Settings settings) {
        List<String> names = settings.texts("families");
        if (!settings.has("families")) {
            return EnumSet.copyOf(BUILDABLE);
        }
        Set<Family> families = EnumSet.noneOf(Family.class);
        List<String> known = BUILDABLE.stream().map(Family::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("`families` must hold only " + String.join(", ", known)
                        + ", but held '" + name + "'." + Suggestion.of(name, known));
            }
            families.add(Family.valueOf(name));
        }
        if (families.isEmpty()) {
            throw settings.refusal("families", "a list with at least one of " + String.join(", ", known), names);
        }
        return families;
    }

    /** What a family's edges weigh. */
    public Weighting weighting(Family family) {
        Weighting weighting = weightings.get(family);
        if (weighting == null) {
            throw new IllegalStateException(family + " is not learned from pairs.");
        }
        return weighting;
    }

    /** The same settings for one family alone. */
    public BuildSettings only(Family family) {
        return new BuildSettings(
                EnumSet.of(family),
                weightings,
                similar,
                coldStart,
                windowDays,
                trendHalfLifeDays,
                longestHistory,
                threads);
    }

    /** Everything on which the edges of a family depend besides the facts: equal lists mean equal edges. */
    public List<Object> determining(Family family) {
        return family == Family.SIMILAR
                ? List.of(family, similar)
                : List.of(family, weighting(family), similar, coldStart, windowDays, longestHistory);
    }

    /** How much of the shop has to be read. */
    ReadingScope scope() {
        return new ReadingScope(
                families.contains(Family.BOUGHT_TOGETHER) || families.contains(Family.BOUGHT_NEXT), longestHistory);
    }

    /** The half-life of the trend in seconds. */
    double trendHalfLifeSeconds() {
        return trendHalfLifeDays * 24 * 60 * 60;
    }

    /** The window in seconds. */
    long windowSeconds() {
        return windowDays * 24L * 60 * 60;
    }

    /** The values as a Cypher map, which is how the Model node remembers them. */
    String asText() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("families", families.stream().map(Family::name).toList());
        weightings.forEach((family, weighting) -> values.put(family.key(), keys(weighting)));
        values.put(Family.SIMILAR.key(), ContentSettings.keys(similar));
        values.put(ContentSettings.COLD_START, ContentSettings.keys(coldStart));
        values.put("windowDays", windowDays);
        values.put("trendHalfLifeDays", trendHalfLifeDays);
        values.put("longestHistory", longestHistory);
        return CypherMap.of(values);
    }

    private static Map<String, Object> keys(Weighting weighting) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("neighbours", weighting.neighbours());
        keys.put("walkAlpha", weighting.walkAlpha());
        keys.put("beta", weighting.beta());
        if (weighting.ridgeNeighbours() > 0) {
            keys.put("gamma", weighting.gamma());
            keys.put("ridgeNeighbours", weighting.ridgeNeighbours());
            keys.put("ridgeAlpha", weighting.ridgeAlpha());
            keys.put("lambda", weighting.lambda());
        }
        return keys;
    }
}
