package org.cartograph.model;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.Family;
import org.cartograph.graph.ShopParameters;
import org.cartograph.settings.Settings;
import org.cartograph.similarity.Weighting;

/**
 * Reads the weighting of each family: a key at the top counts for all of them, one in a family's own map for that family.
 *
 * <p>BOUGHT_NEXT and ALSO_VIEWED are walks alone; of the keys at the top they take {@code neighbours} and {@code
 * walkAlpha}. BOUGHT_NEXT has no popularity penalty unless its own map gives one.
 */
final class FamilyWeightings {
    static final Set<String> KEYS =
            Set.of("neighbours", "walkAlpha", "beta", "gamma", "ridgeNeighbours", "ridgeAlpha", "lambda");
    private static final Set<String> WALK_KEYS = Set.of("neighbours", "walkAlpha", "beta");
    private static final Set<String> SHARED_WALK_KEYS = Set.of("neighbours", "walkAlpha");

    private FamilyWeightings() {}

    /** The weighting of every family that is learned from pairs. */
    static Map<Family, Weighting> of(Settings settings, Map<String, Object> values) {
        Map<Family, Weighting> weightings = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            if (family != Family.SIMILAR) {
                boolean ridge = family == Family.BOUGHT_TOGETHER || family == Family.ALSO_BOUGHT;
                // First by itself, so that a refusal names the family's own key.
                Settings own = settings.nested(family.key(), ridge ? KEYS : WALK_KEYS);
                weighting(own, family);
                weightings.put(family, weighting(effective(values, family, ridge), family));
            }
        }
        return weightings;
    }

    private static Settings effective(Map<String, Object> values, Family family, boolean ridge) {
        Map<String, Object> shared = new HashMap<>(values);
        shared.keySet().retainAll(ridge ? KEYS : SHARED_WALK_KEYS);
        Object own = values.get(family.key());
        return Settings.of(
                own instanceof Map<?, ?> map ? ShopParameters.over(shared, Settings.stringKeyed(map)) : shared, KEYS);
    }

    private static Weighting weighting(Settings settings, Family family) {
        boolean ridge = family == Family.BOUGHT_TOGETHER || family == Family.ALSO_BOUGHT;
        Weighting weighting = new Weighting(
                settings.integer("neighbours", 25, 1, 200),
                settings.decimal("walkAlpha", 0.7, 0, 2),
                settings.decimal("beta", family == Family.BOUGHT_NEXT ? 0 : 0.2, 0, 2),
                settings.decimal("gamma", 1, 0, 100),
                ridge ? settings.integer("ridgeNeighbours", 50, 0, 200) : 0,
                settings.decimal("ridgeAlpha", 0.5, 0, 2),
                settings.decimal("lambda", 20, 0, 100_000));
        if (weighting.gamma() == 0 && weighting.ridgeNeighbours() == 0) {
            throw new IllegalArgumentException(
                    "`gamma` and `ridgeNeighbours` must not both be 0, because then no product would have an edge.");
        }
        return weighting;
    }
}
