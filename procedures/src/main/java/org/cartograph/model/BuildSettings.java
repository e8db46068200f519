package org.cartograph.model;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.Family;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Suggestion;
import org.cartograph.similarity.Weighting;
import org.jspecify.annotations.Nullable;

/**
 * How a model is built; every value has a default, a range and a meaning at its extremes.
 *
 * @param families which edges to build; all by default
 * @param neighbours K, edges a product keeps in each family: 1 to 200, default 25
 * @param walkAlpha exponent of the basket size in the random walk: 0 counts every basket alike, 1 splits one purchase
 *     over the basket; 0 to 2, default 0.7
 * @param beta exponent of the target's popularity in the walk: 0 leaves bestsellers in front, 1 takes popularity out; 0
 *     to 2, default 0.2 (BOUGHT_NEXT always uses 0)
 * @param gamma weight of the walk beside the ridge: 0 leaves the ridge alone; 0 to 100, default 1
 * @param ridgeNeighbours m, size of a product's ridge system: 0 leaves the walk alone; 0 to 200, default 50
 * @param ridgeAlpha exponent of the basket size in the ridge: as walkAlpha; 0 to 2, default 0.5
 * @param lambda regularisation of the ridge in purchases: 0 trusts each count, large values shrink rare pairs; 0 to
 *     100,000, default 20
 * @param windowDays how long after an order BOUGHT_NEXT still looks: 0 (only the same order) to 3,650 days, default 30
 * @param longestHistory purchases of one customer that count for ALSO_BOUGHT, the most recent ones: 2 to 100,000,
 *     default 500
 * @param threads how many work at once: 1 to 64, default one per core
 */
public record BuildSettings(
        Set<Family> families,
        int neighbours,
        double walkAlpha,
        double beta,
        double gamma,
        int ridgeNeighbours,
        double ridgeAlpha,
        double lambda,
        int windowDays,
        int longestHistory,
        int threads) {

    private static final Set<String> KEYS = Set.of(
            "families",
            "neighbours",
            "walkAlpha",
            "beta",
            "gamma",
            "ridgeNeighbours",
            "ridgeAlpha",
            "lambda",
            "windowDays",
            "longestHistory",
            "threads");

    /** Reads a configuration map; absent keys have their defaults. */
    public static BuildSettings of(@Nullable Map<String, Object> config) {
        Settings settings = Settings.of(config, KEYS);
        BuildSettings build = new BuildSettings(
                families(settings),
                settings.integer("neighbours", 25, 1, 200),
                settings.decimal("walkAlpha", 0.7, 0, 2),
                settings.decimal("beta", 0.2, 0, 2),
                settings.decimal("gamma", 1, 0, 100),
                settings.integer("ridgeNeighbours", 50, 0, 200),
                settings.decimal("ridgeAlpha", 0.5, 0, 2),
                settings.decimal("lambda", 20, 0, 100_000),
                settings.integer("windowDays", 30, 0, 3650),
                settings.integer("longestHistory", 500, 2, 100_000),
                settings.integer("threads", Math.min(64, Runtime.getRuntime().availableProcessors()), 1, 64));
        if (build.gamma == 0 && build.ridgeNeighbours == 0) {
            throw new IllegalArgumentException(
                    "`gamma` and `ridgeNeighbours` must not both be 0, because then no product would have an edge.");
        }
        return build;
    }

    private static Set<Family> families(Settings settings) {
        List<String> names = settings.texts("families");
        if (!settings.has("families")) {
            return EnumSet.allOf(Family.class);
        }
        Set<Family> families = EnumSet.noneOf(Family.class);
        List<String> known =
                EnumSet.allOf(Family.class).stream().map(Family::name).toList();
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

    /** What a family's edges weigh: BOUGHT_NEXT is a walk alone, without popularity penalty. */
    Weighting weighting(Family family) {
        return family == Family.BOUGHT_NEXT
                ? new Weighting(neighbours, walkAlpha, 0, 1, 0, 0, 0)
                : new Weighting(neighbours, walkAlpha, beta, gamma, ridgeNeighbours, ridgeAlpha, lambda);
    }

    /** Whether single orders matter, or only who ever bought what (which is read much faster). */
    boolean needsOrders() {
        return families.contains(Family.BOUGHT_TOGETHER) || families.contains(Family.BOUGHT_NEXT);
    }

    /** The window in seconds. */
    long windowSeconds() {
        return windowDays * 24L * 60 * 60;
    }

    /** The values as a Cypher map, which is how the Model node remembers them. */
    String asText() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("families", families);
        values.put("neighbours", neighbours);
        values.put("walkAlpha", walkAlpha);
        values.put("beta", beta);
        values.put("gamma", gamma);
        values.put("ridgeNeighbours", ridgeNeighbours);
        values.put("ridgeAlpha", ridgeAlpha);
        values.put("lambda", lambda);
        values.put("windowDays", windowDays);
        values.put("longestHistory", longestHistory);
        return CypherMap.of(values);
    }
}
