package org.cartograph.facts;

import java.time.Instant;
import java.util.stream.IntStream;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/**
 * What a look at the products alone tells of their purchases: how many there are, and when somebody last marked one.
 *
 * <p>The database keeps a product's number of purchases beside it, so that a look costs some microseconds a product
 * however often it was bought. The marks must be read before the purchases are: what is committed in between is then
 * seen by the next look at the latest.
 *
 * @param products the numbering of the products
 * @param lines PURCHASED relationships of each product
 * @param changedAt when each was marked, in nanoseconds since 1970; {@link #NEVER} without a mark
 */
public record ProductMarks(ProductIndex products, int[] lines, long[] changedAt) {
    /** No mark. */
    public static final long NEVER = Long.MIN_VALUE;

    /**
     * The product property that whoever changes or deletes purchases, attributes or prices sets to the time: what the
     * number of purchases alone would not tell.
     */
    public static final String CHANGED_AT = "changedAt";

    private static final long NANOS = 1_000_000_000L;

    /** Looks at all products. */
    public static ProductMarks read(Transaction transaction) {
        ProductIndex products = ProductIndex.read(transaction);
        int[] lines = new int[products.size()];
        long[] changedAt = new long[products.size()];
        for (int product = 0; product < lines.length; product++) {
            try {
                Node node = NodeIds.node(transaction, products.nodes()[product]);
                lines[product] = node.getDegree(GraphModel.PURCHASED, Direction.INCOMING);
                changedAt[product] = nanos(node.getProperty(CHANGED_AT, ""));
            } catch (NotFoundException deletedMeanwhile) {
                changedAt[product] = NEVER;
            }
        }
        return new ProductMarks(products, lines, changedAt);
    }

    /** A moment in nanoseconds, {@link #NEVER} when the value is no moment. */
    public static long nanos(@Nullable Object value) {
        Instant instant = Instants.of(value);
        return instant == null ? NEVER : instant.getEpochSecond() * NANOS + instant.getNano();
    }

    /** How many PURCHASED relationships a product had; none when it was not there yet. */
    int linesOf(int product) {
        return product < lines.length ? lines[product] : 0;
    }

    long changedAtOf(int product) {
        return product < changedAt.length ? changedAt[product] : NEVER;
    }

    /** The products that are not as these marks say, by their number there. */
    int[] changedIn(ProductMarks now) {
        return IntStream.range(0, now.lines.length)
                .filter(product ->
                        linesOf(product) != now.lines[product] || changedAtOf(product) != now.changedAt[product])
                .toArray();
    }
}
