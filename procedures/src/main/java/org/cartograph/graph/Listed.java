package org.cartograph.graph;

import java.time.Instant;
import java.util.Map;
import org.cartograph.similarity.Repeats;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;

/**
 * A product as the {@link Assortment} lists it: what it sold, and what the model noted of that on it.
 *
 * @param product internal number
 * @param purchases PURCHASED relationships
 * @param returns RETURNED relationships
 * @param recent purchases of late, the older counting less; 0 when no model has said
 * @param growth purchases of late against its own usual pace, 1 being as usual; 0 when no model has said
 * @param rating mean of its stars, drawn to the shop's mean while there are few; 0 when nobody gave any
 * @param price in the shop's currency, NaN when unknown
 * @param repeats how it is bought again; {@link Repeats#NONE} when no model has said
 * @param releasedAt in milliseconds since 1970, {@link #NEVER} when the shop does not say
 */
public record Listed(
        long product,
        int purchases,
        int returns,
        double recent,
        double growth,
        double rating,
        double price,
        Repeats repeats,
        long releasedAt) {
    /** The product property with {@link #recent()}. */
    public static final String RECENT_SALES = "recentSales";
    /** The product property with {@link #growth()}; a product without has not been bought for long. */
    public static final String GROWTH = "growth";
    /** The product property with {@link #rating()}. */
    public static final String RATING = "rating";
    /** The product property that says how many customers {@link #rating()} comes from. */
    public static final String RATINGS = "ratings";
    /** No release date. */
    public static final long NEVER = Long.MIN_VALUE;

    private static final String[] KEYS = {
        RECENT_SALES, GROWTH, RATING, "price", "releasedAt", ProductRepeats.SHARE, ProductRepeats.GAP_DAYS
    };

    static Listed of(Node product) {
        Map<String, Object> properties = product.getProperties(KEYS);
        Instant released = Instants.of(properties.get("releasedAt"));
        return new Listed(
                NodeIds.of(product),
                product.getDegree(GraphModel.PURCHASED, Direction.INCOMING),
                product.getDegree(GraphModel.RETURNED, Direction.INCOMING),
                number(properties.get(RECENT_SALES), 0),
                number(properties.get(GROWTH), 0),
                number(properties.get(RATING), 0),
                number(properties.get("price"), Double.NaN),
                ProductRepeats.of(properties),
                released == null ? NEVER : released.toEpochMilli());
    }

    private static double number(@Nullable Object value, double otherwise) {
        return value instanceof Number number ? number.doubleValue() : otherwise;
    }
}
