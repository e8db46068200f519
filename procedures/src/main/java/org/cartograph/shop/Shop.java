package org.cartograph.shop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.cartograph.graph.Family;
import org.cartograph.graph.Neighbour;
import org.cartograph.graph.ProductFacts;
import org.cartograph.graph.RuleCounts;
import org.cartograph.similarity.Repeats;
import org.jspecify.annotations.Nullable;

/**
 * The world as the recommender sees it: neighbours, history, catalogue and clock.
 *
 * <p>Products are internal numbers whose meaning only the shop knows. The live graph is one shop; a part of its orders
 * held in memory, for an evaluation in which nothing of the future leaks, is another.
 */
public interface Shop {
    /** The product with the shop's own key, if there is one. */
    OptionalLong product(String id);

    /** Whether a product that was one when the bestsellers were ranked still is. */
    boolean isProduct(long product);

    /** What is true of a product at {@link #now()}. */
    ProductFacts facts(long product);

    /** What a product with this id is called; the id where it has no name or is gone. */
    String title(String id);

    /** Values of a product's attributes by their key, e.g. {@code category}. */
    Map<String, List<String>> attributes(long product);

    /** A product's row, best first. */
    List<Neighbour> neighbours(long product, Family family);

    /** The counts behind support, confidence and lift of an edge; null where they mean nothing. */
    @Nullable
    RuleCounts ruleCounts(long source, long target, Family family, long both);

    /** How often a product was purchased. */
    long purchases(long product);

    /** What a customer bought, newest first, at most {@code most}; empty for a stranger or one who refused consent. */
    List<PastPurchase> history(String customerId, int most);

    /**
     * The trend prior of a product: {@code (s + c) / (s_max + c)}, with s its purchases of late, an older one counting
     * less, and c a tenth of the mean of s, so that what did not sell of late is not lost. 1 for the product that sells
     * best of late, and for all while nothing is known.
     */
    double trend(long product);

    /** How a product is bought again; {@link Repeats#NONE} while nothing is known. */
    Repeats repeats(long product);

    /** The categories that a customer says to like; empty for a stranger or one who refused consent. */
    List<Long> preferredCategories(String customerId);

    /** The categories that a product is in. */
    List<Long> categories(long product);

    /** The best-selling products of the shop with their sales, at most {@code most}. */
    List<Seller> popular(int most);

    /** The best-selling products of late, at most {@code most}. */
    List<Seller> trending(int most);

    /** The best-selling products of a category, at most {@code most}. */
    List<Seller> popularIn(long category, int most);

    /** Best-selling products of the categories that a product is in. */
    List<Long> bestsellersLike(long product);

    /** Best-selling products of the shop; every product is somewhere in it. */
    List<Long> bestsellers();

    /** Best-selling products that have one of the values for the rarest of these attribute keys, and maybe for the others. */
    List<Long> bestsellersWith(Map<String, Set<String>> attributes);

    /** Looks at the catalogue again, when what {@link #bestsellers()} gave left nothing to offer. */
    List<Long> bestsellersNow();

    /** The moment for which the answer is meant. */
    Instant now();

    /**
     * A product and how well it sells.
     *
     * @param sales purchases; of late, the older ones counting less
     */
    record Seller(long product, double sales) {}

    /**
     * One purchase of a customer.
     *
     * @param at when the order was placed
     */
    record PastPurchase(long product, Instant at) {}
}
