package org.cartograph.graph;

/**
 * The keys of {@code (:Recommendation)-[:SHOWED]->(:Product)}: where a product stood in an answer, and what became of it there.
 *
 * <p>Moments are the earliest of their kind. An outcome that is absent did not happen, or not yet.
 */
public final class Showed {
    /** The box. */
    public static final String PLACEMENT = "placement";
    /** The slot in the box, from 1. */
    public static final String RANK = "rank";
    /** The slot without exploring; 0 when exploring alone brought the product. */
    public static final String USUAL_RANK = "usualRank";
    /** The relative score in the box. */
    public static final String SCORE = "score";
    /** What the product came from, as in an answer's items. */
    public static final String SOURCE = "source";
    /** The id of the seed that led to it. */
    public static final String VIA = "via";

    /** When the shopper had it before their eyes. */
    public static final String SEEN_AT = "seenAt";
    /** When it was clicked. */
    public static final String CLICKED_AT = "clickedAt";
    /** When it was put into the cart. */
    public static final String ADDED_AT = "addedAt";
    /** When it was bought. */
    public static final String BOUGHT_AT = "boughtAt";
    /** When the shopper said that they do not want it. */
    public static final String DISMISSED_AT = "dismissedAt";
    /** When what was bought came back. */
    public static final String RETURNED_AT = "returnedAt";

    /** The order that bought it. */
    public static final String ORDER_ID = "orderId";
    /** What it was sold for, all pieces, in {@link #CURRENCY}. */
    public static final String REVENUE = "revenue";
    /** What of that was paid back. */
    public static final String REFUNDED = "refunded";
    /** The currency of both. */
    public static final String CURRENCY = "currency";

    private Showed() {}
}
