package org.cartograph.graph;

import java.util.Map;
import org.cartograph.similarity.Repeats;
import org.neo4j.graphdb.Node;

/** How a product is bought again, as properties that a model wrote; a product without them is not known to be. */
public final class ProductRepeats {
    /** See {@link Repeats#share()}. */
    public static final String SHARE = "repeatShare";
    /** See {@link Repeats#gapDays()}. */
    public static final String GAP_DAYS = "repeatGapDays";

    private ProductRepeats() {}

    /** Reads what a product says. */
    public static Repeats of(Node product) {
        return of(product.getProperties(SHARE, GAP_DAYS));
    }

    /** What these properties of a product say. */
    static Repeats of(Map<String, Object> properties) {
        return properties.get(SHARE) instanceof Number share && properties.get(GAP_DAYS) instanceof Number gapDays
                ? new Repeats(share.doubleValue(), gapDays.doubleValue())
                : Repeats.NONE;
    }
}
