package org.cartograph.model;

import org.cartograph.facts.Facts;
import org.cartograph.facts.Stars;
import org.cartograph.graph.Listed;
import org.cartograph.similarity.Growth;
import org.cartograph.similarity.Ratings;
import org.cartograph.similarity.RecentSales;
import org.neo4j.graphdb.Node;

/** Writes how single products sell and what they are thought of, from held purchases and live ratings. */
final class ProductCounters {
    /** A hundredth of a star moves no list that anybody looks at. */
    private static final double LEAST_MOVE_OF_RATING = 0.01;

    private final RecentSales sales;
    private final Growth growth;
    private final double meanStars;

    /** @param meanStars mean rating of the shop, when a build last looked */
    ProductCounters(Facts facts, BuildSettings settings, double meanStars) {
        long[] time = facts.purchases().sequence().time();
        this.sales = new RecentSales(facts.purchases().orders(), time, settings.trendHalfLifeSeconds());
        this.growth = new Growth(facts.purchases().orders(), time);
        this.meanStars = meanStars;
    }

    /** Writes what moved of a product. */
    void write(Node node, int product) {
        double recent = sales.of(product);
        set(node, Listed.RECENT_SALES, recent);
        set(node, Listed.GROWTH, recent == 0 ? 0 : growth.of(product));
        Stars stars = Stars.of(node);
        // The first stars of a shop come between two builds.
        rate(node, stars, meanStars == 0 ? stars.mean() : meanStars);
    }

    /** Writes a product's rating where it moved. */
    static void rate(Node node, Stars stars, double meanStars) {
        double rating = Ratings.shrunk(stars.sum(), stars.count(), meanStars);
        boolean moved = !(node.getProperty(Listed.RATING, 0.0) instanceof Number before)
                || Math.abs(before.doubleValue() - rating) > LEAST_MOVE_OF_RATING;
        boolean others =
                !(node.getProperty(Listed.RATINGS, 0L) instanceof Number before) || before.longValue() != stars.count();
        if (stars.count() == 0) {
            node.removeProperty(Listed.RATING);
            node.removeProperty(Listed.RATINGS);
        } else if (moved || others) {
            node.setProperty(Listed.RATING, rating);
            node.setProperty(Listed.RATINGS, (long) stars.count());
        }
    }

    /** Writes a figure that moved by more than the tolerance of rows; zero is what a product without it has. */
    static void set(Node node, String key, double value) {
        Object before = node.getProperty(key, 0.0);
        if (!(before instanceof Number number) || RowDifference.differs(number.doubleValue(), value)) {
            if (value == 0) {
                node.removeProperty(key);
            } else {
                node.setProperty(key, value);
            }
        }
    }
}
