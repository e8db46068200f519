package org.cartograph.graph;

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
        return product.getProperty(SHARE, null) instanceof Number share
                        && product.getProperty(GAP_DAYS, null) instanceof Number gapDays
                ? new Repeats(share.doubleValue(), gapDays.doubleValue())
                : Repeats.NONE;
    }
}
