package org.cartograph.facts;

import java.util.HashMap;
import java.util.Map;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * The stars that customers gave.
 *
 * @param sum of the stars
 * @param count customers who gave them; who rated a product twice counts with what they said last
 */
public record Stars(double sum, int count) {
    /** Nobody gave any. */
    public static final Stars NONE = new Stars(0, 0);

    private static final String STARS = "stars";

    private record Rating(double stars, long at) {
        Rating orLater(Rating other) {
            return other.at > at || (other.at == at && other.stars > stars) ? other : this;
        }
    }

    /** Reads those of one product. */
    public static Stars of(Node product) {
        if (product.getDegree(GraphModel.RATED, Direction.INCOMING) == 0) {
            return NONE;
        }
        Map<Long, Rating> byCustomer = new HashMap<>();
        try (ResourceIterable<Relationship> ratings = product.getRelationships(Direction.INCOMING, GraphModel.RATED)) {
            for (Relationship rating : ratings) {
                if (rating.getProperty(STARS, null) instanceof Number stars && Double.isFinite(stars.doubleValue())) {
                    long at = ProductMarks.nanos(rating.getProperty("at", null));
                    byCustomer.merge(NodeIds.source(rating), new Rating(stars.doubleValue(), at), Rating::orLater);
                }
            }
        }
        double sum = 0;
        for (Rating rating : byCustomer.values()) {
            sum += rating.stars();
        }
        return new Stars(sum, byCustomer.size());
    }

    /** Reads those of every product, by its number. */
    public static Stars[] read(GraphDatabaseService database, ProductIndex index, Workers workers) {
        Stars[] stars = new Stars[index.size()];
        workers.all(thread -> {
            try (Transaction transaction = database.beginTx()) {
                for (int product = thread; product < stars.length; product += workers.count()) {
                    workers.checkpoint();
                    stars[product] = read(transaction, index, product);
                }
            }
            return true;
        });
        return stars;
    }

    private static Stars read(Transaction transaction, ProductIndex index, int product) {
        try {
            return of(index.node(transaction, product));
        } catch (NotFoundException deletedMeanwhile) {
            return NONE;
        }
    }

    /** Both together. */
    public Stars plus(Stars other) {
        return new Stars(sum + other.sum, count + other.count);
    }

    /** The mean of them; 0 when there are none. */
    public double mean() {
        return count == 0 ? 0 : sum / count;
    }
}
