package org.cartograph.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.Family;
import org.cartograph.settings.Settings;
import org.cartograph.similarity.AttributeWeighting;
import org.cartograph.similarity.ColdStartParameters;

/**
 * Reads how products are compared by what they are, and how those with few sales borrow from others.
 *
 * <p>{@code similar}: {@code neighbours} (1 to 200, as the other families), {@code shrink} (0 to 1,000,000, 0), {@code
 * price} (0 to 1, 0.6), {@code parent} (0 to 1, 1), {@code vectorWeight} (0 to 100, 1), {@code weights} (attribute
 * key to 0 to 100; what is not listed has 1). {@code coldStart}: {@code kappa} (0 to 1,000,000, 30), {@code fade} (0 to
 * 1,000,000, 30), {@code lookAlikes} (1 to 100, 20), {@code boost} (0 to 100, 1), {@code direct} (0 to 100, 0.1), {@code
 * incoming} (0 to 100, 25).
 */
final class ContentSettings {
    static final String COLD_START = "coldStart";

    private static final Set<String> SIMILAR =
            Set.of("neighbours", "shrink", "price", "parent", "vectorWeight", "weights");
    private static final Set<String> COLD = Set.of("kappa", "fade", "lookAlikes", "boost", "direct", "incoming");

    private ContentSettings() {}

    static AttributeWeighting similar(Settings settings) {
        Settings own = settings.nested(Family.SIMILAR.key(), SIMILAR);
        return new AttributeWeighting(
                own.integer("neighbours", settings.integer("neighbours", 25, 1, 200), 1, 200),
                own.decimal("shrink", 0, 0, 1_000_000),
                own.decimal("price", 0.6, 0, 1),
                own.decimal("parent", 1, 0, 1),
                own.decimal("vectorWeight", 1, 0, 100),
                own.decimals("weights", 0, 100));
    }

    static ColdStartParameters coldStart(Settings settings) {
        Settings own = settings.nested(COLD_START, COLD);
        return new ColdStartParameters(
                own.decimal("kappa", 30, 0, 1_000_000),
                own.decimal("fade", 30, 0, 1_000_000),
                own.integer("lookAlikes", 20, 1, 100),
                own.decimal("boost", 1, 0, 100),
                own.decimal("direct", 0.1, 0, 100),
                own.integer("incoming", 25, 0, 100));
    }

    static Map<String, Object> keys(AttributeWeighting similar) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("neighbours", similar.neighbours());
        keys.put("shrink", similar.shrink());
        keys.put("price", similar.price());
        keys.put("parent", similar.parent());
        keys.put("vectorWeight", similar.vectorWeight());
        keys.put("weights", similar.weights());
        return keys;
    }

    static Map<String, Object> keys(ColdStartParameters coldStart) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("kappa", coldStart.kappa());
        keys.put("fade", coldStart.fade());
        keys.put("lookAlikes", coldStart.lookAlikes());
        keys.put("boost", coldStart.boost());
        keys.put("direct", coldStart.direct());
        keys.put("incoming", coldStart.incoming());
        return keys;
    }
}
