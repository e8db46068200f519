package org.cartograph.graph;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;

/**
 * All products of the shop, ranked by what they sold, what they sell of late, what they are thought of, and how new they
 * are: over the whole shop, and in each category together with those below it.
 *
 * <p>The bestsellers need no model: a new shop, or one whose model was dropped, can still fill a box. Whether a product
 * can be sold, or still exists, is not part of it; that is read when it is about to be shown. About 200 bytes a product.
 */
public final class Assortment {
    /** So many purchases without a return or with one are taken for granted before a product's own count. */
    private static final int RETURNS_SHRINKAGE = 20;
    /** Faster than its own usual pace. */
    private static final double USUAL = 1;

    private final Shelves bestsellers;
    private final Shelves trending;
    private final Shelves topRated;
    private final Shelves dated;
    private final Map<Instant, Shelves> released = new ConcurrentHashMap<>();
    private final TrendPrior trendPrior;
    private final double returnRate;
    private final NodeTable places;
    private final double[] tiers;
    private final double[] trends;
    private final Instant readAt;

    Assortment(Shelves bestsellers, Map<Long, List<Long>> categories, Instant readAt) {
        this.bestsellers = bestsellers;
        this.readAt = readAt;
        this.trending = bestsellers.by(Listed::growth, USUAL);
        this.topRated = bestsellers.by(Listed::rating, 0);
        // The others need not be asked again and again when they were released.
        this.dated = bestsellers.where(listed -> listed.releasedAt() != Listed.NEVER);
        this.trendPrior = new TrendPrior(bestsellers.all().stream().mapToDouble(Listed::recent));
        Map<Long, double[]> prices = new HashMap<>();
        bestsellers
                .byCategory()
                .forEach((category, members) -> prices.put(
                        category, members.stream().mapToDouble(Listed::price).toArray()));
        List<Listed> all = bestsellers.all();
        this.places = new NodeTable(all.stream().mapToLong(Listed::product).toArray());
        PriceTiers ofCategories = new PriceTiers(prices);
        this.tiers = all.stream()
                .mapToDouble(
                        listed -> ofCategories.of(listed.price(), categories.getOrDefault(listed.product(), List.of())))
                .toArray();
        this.trends = all.stream()
                .mapToDouble(listed -> trendPrior.of(listed.recent()))
                .toArray();
        long purchases = 0;
        long returns = 0;
        for (Listed listed : all) {
            purchases += listed.purchases();
            returns += listed.returns();
        }
        this.returnRate = purchases == 0 ? 0 : Math.min(1, (double) returns / purchases);
    }

    /** Reads it: one pass over the products. */
    public static Assortment read(Transaction transaction) {
        return new AssortmentReader(transaction).read();
    }

    /** Every product, most purchased first, ties by the older node. */
    public List<Listed> bestsellers() {
        return bestsellers.all();
    }

    /** The same of a category. */
    public List<Listed> bestsellersOf(long category) {
        return bestsellers.of(category);
    }

    /** Products that sell better than they used to, by {@link Listed#growth()}, best first; none without a model. */
    public List<Listed> trending() {
        return trending.all();
    }

    /** The same of a category. */
    public List<Listed> trendingOf(long category) {
        return trending.of(category);
    }

    /** Products that have stars, by {@link Listed#rating()}, best first; none without a model. */
    public List<Listed> topRated() {
        return topRated.all();
    }

    /** The same of a category. */
    public List<Listed> topRatedOf(long category) {
        return topRated.of(category);
    }

    /** Products released since then, most purchased first; to the hour, so that many answers share one list. */
    public List<Listed> released(Instant since) {
        return releasedSince(since).all();
    }

    /** The same of a category. */
    public List<Listed> releasedOf(long category, Instant since) {
        return releasedSince(since).of(category);
    }

    private Shelves releasedSince(Instant since) {
        return released.computeIfAbsent(since.truncatedTo(ChronoUnit.HOURS), hour -> {
            long first = hour.toEpochMilli();
            long last = readAt.toEpochMilli();
            return dated.where(listed -> listed.releasedAt() >= first && listed.releasedAt() <= last);
        });
    }

    /** The prior of what sells well of late. */
    public TrendPrior trendPrior() {
        return trendPrior;
    }

    /** The trend prior of a product, above 0 and at most 1. */
    public double trend(long product) {
        int place = places.of(product);
        return place < 0 ? trendPrior.of(0) : trends[place];
    }

    /** What is listed of a product, or null when it came since. */
    public @Nullable Listed of(long product) {
        int place = places.of(product);
        return place < 0 ? null : bestsellers.all().get(place);
    }

    /** Share of all purchases that were sent back, 0 to 1. */
    public double returnRate() {
        return returnRate;
    }

    /** Share of a product's purchases that were sent back: {@code (returns + c · rate of the shop) / (purchases + c)}, c = 20. */
    public double returnRate(long product) {
        Listed listed = of(product);
        return listed == null
                ? returnRate
                : Math.min(
                        1,
                        (listed.returns() + RETURNS_SHRINKAGE * returnRate) / (listed.purchases() + RETURNS_SHRINKAGE));
    }

    /** Where a product's price stands in the smallest of its categories: 0 the cheapest, 1 the dearest, NaN unknown. */
    public double priceTier(long product) {
        int place = places.of(product);
        return place < 0 ? Double.NaN : tiers[place];
    }

    /** When it was read. */
    public Instant readAt() {
        return readAt;
    }
}
