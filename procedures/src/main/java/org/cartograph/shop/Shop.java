package org.cartograph.shop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.cartograph.graph.Family;
import org.cartograph.graph.Neighbour;
import org.cartograph.graph.NeighbourRow;
import org.cartograph.graph.ProductFacts;
import org.cartograph.graph.RuleCounts;
import org.cartograph.merchandise.RuleBook;
import org.cartograph.similarity.Repeats;
import org.cartograph.wording.Wording;
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

    /** A product's price as it was a minute ago at most, for looking through many; null when unknown. */
    default @Nullable Double listedPrice(long product) {
        return facts(product).price();
    }

    /** What a product with this id is called; the id where it has no name or is gone. */
    String title(String id);

    /** What a product is. */
    Traits traits(long product);

    /** What a product was a minute ago at most, for looking through many. */
    default Traits listedTraits(long product) {
        return traits(product);
    }

    /** A product's row, best first. */
    NeighbourRow row(long product, Family family);

    /** The same, edge by edge. */
    default List<Neighbour> neighbours(long product, Family family) {
        return row(product, family).edges();
    }

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

    /** What else is known of a person; {@link Shopper#STRANGER} for one who is not known or refused consent. */
    default Shopper shopper(String id) {
        return Shopper.STRANGER;
    }

    /** What is known of a browser, and nothing of a customer who has the same id. */
    default Shopper visitor(String visitorId) {
        return Shopper.STRANGER;
    }

    /** A product's shrunk mean of stars, 0 when nobody rated it. */
    default double stars(long product) {
        return 0;
    }

    /** The shop's products in the orders that boxes are made of. */
    ProductLists lists();

    /** What merchandisers have ruled. */
    default RuleBook rules() {
        return RuleBook.EMPTY;
    }

    /** Products that the shop's people picked for a page, in their order. */
    default List<Long> picks(String context) {
        return List.of();
    }

    /** Products that share one of a product's values of an attribute, such as its series, best-selling first. */
    default List<Long> sharing(long product, String attribute, int most) {
        return List.of();
    }

    /** Share of its purchases that were sent back, shrunk towards the shop's, 0 to 1. */
    default double returnRate(long product) {
        return 0;
    }

    /** The same of the whole shop. */
    default double returnRate() {
        return 0;
    }

    /** Where a product's price stands in its category: 0 the cheapest, 1 the dearest, NaN unknown. */
    default double priceTier(long product) {
        return Double.NaN;
    }

    /** The words for a shopper's language, the shop's own among them. */
    default Wording wording(@Nullable String locale) {
        return Wording.of(locale, Map.of());
    }

    /** What was offered in a box beside a product, and how often it was taken. */
    default Offered offered(long seed, String placement) {
        return Offered.NONE;
    }

    /** How often a product was looked at in a box, whatever it was offered beside, and how often it was taken. */
    default Outcomes outcomes(long product, String placement) {
        return Outcomes.NONE;
    }

    /** Takes a look in a box, above 0; NaN while too little is known. */
    default double takeRate(String placement) {
        return Double.NaN;
    }

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
     * Offers and how they ended.
     *
     * @param shown how often it was looked at, an older time counting less
     * @param taken how often it was then taken, a click counting less than a sale
     */
    record Outcomes(double shown, double taken) {
        /** Never offered. */
        public static final Outcomes NONE = new Outcomes(0, 0);
    }

    /**
     * A product and how well it does in a list.
     *
     * @param sales purchases; elsewhere growth or stars; above zero
     */
    record Seller(long product, double sales) {}

    /**
     * One purchase of a customer.
     *
     * @param at when the order was placed
     */
    record PastPurchase(long product, Instant at) {}
}
