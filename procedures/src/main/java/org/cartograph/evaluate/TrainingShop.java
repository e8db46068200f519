package org.cartograph.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.cartograph.graph.Family;
import org.cartograph.graph.NeighbourRow;
import org.cartograph.graph.PriceTiers;
import org.cartograph.graph.ProductFacts;
import org.cartograph.graph.RuleCounts;
import org.cartograph.graph.TrendPrior;
import org.cartograph.shop.ProductLists;
import org.cartograph.shop.Shop;
import org.cartograph.shop.Traits;
import org.cartograph.similarity.Repeats;
import org.jspecify.annotations.Nullable;

/**
 * The shop as it was before the test orders: the serving recommender asks it as it asks the live graph.
 *
 * <p>Stock, activity and seasons are those of today, so they are left out: everything known can be sold. The clock stands
 * at the last training order, until {@link #at} sets it.
 */
final class TrainingShop implements Shop {
    private static final String CUSTOMER = "#";
    private static final int MOST_SELLERS = 1000;

    private final TrainingPart part;
    private final Map<Family, List<NeighbourRow>> neighbours;
    private final TrainingCatalogue catalogue;
    private final List<Repeats> repeats;
    private final double[] recent;
    private final TrendPrior trend;
    private final TrainingLists lists;
    private final PriceTiers tiers;
    private final List<Long> bestsellers;
    private final Instant now;

    /**
     * @param neighbours the row of every product of each family, by its training number
     * @param repeats how each product is bought again, by its training number
     */
    TrainingShop(
            TrainingPart part,
            Map<Family, List<NeighbourRow>> neighbours,
            TrainingCatalogue catalogue,
            List<Repeats> repeats,
            double trendHalfLifeDays) {
        this.part = part;
        this.neighbours = neighbours;
        this.catalogue = catalogue;
        this.repeats = repeats;
        this.now = Instant.ofEpochSecond(
                part.cut() == 0 ? 0 : part.book().orders().get(part.cut() - 1).time());
        this.bestsellers = LongStream.range(0, part.products()).boxed().toList();
        this.lists = new TrainingLists(part, catalogue);
        this.recent = part.recentSales(trendHalfLifeDays);
        this.trend = new TrendPrior(Arrays.stream(recent, 0, part.products()));
        Map<Long, List<Long>> members = new HashMap<>();
        for (Long product : bestsellers) {
            catalogue
                    .categories(product)
                    .forEach(category -> members.computeIfAbsent(category, key -> new ArrayList<>())
                            .add(product));
        }
        Map<Long, double[]> prices = new HashMap<>();
        members.forEach((category, products) -> prices.put(
                category, products.stream().mapToDouble(this::priceOrNaN).toArray()));
        this.tiers = new PriceTiers(prices);
    }

    private double priceOrNaN(long product) {
        Double price = catalogue.price(product);
        return price == null ? Double.NaN : price;
    }

    private TrainingShop(TrainingShop other, Instant now) {
        this.part = other.part;
        this.neighbours = other.neighbours;
        this.catalogue = other.catalogue;
        this.repeats = other.repeats;
        this.recent = other.recent;
        this.trend = other.trend;
        this.lists = other.lists;
        this.bestsellers = other.bestsellers;
        this.tiers = other.tiers;
        this.now = now;
    }

    /** The same shop, which knows no more than it did, when a question is asked. */
    TrainingShop at(long second) {
        return new TrainingShop(this, Instant.ofEpochSecond(second));
    }

    /** What a customer is called here. */
    static String customerId(int customer) {
        return CUSTOMER + customer;
    }

    @Override
    public OptionalLong product(String id) {
        Long number = part.number(id);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    @Override
    public boolean isProduct(long product) {
        return true;
    }

    @Override
    public ProductFacts facts(long product) {
        return new ProductFacts(
                part.id(product), "", catalogue.price(product), null, null, null, true, true, null, null);
    }

    @Override
    public String title(String id) {
        return id;
    }

    @Override
    public ProductLists lists() {
        return lists;
    }

    @Override
    public Traits traits(long product) {
        return new Traits(catalogue.categories(product), catalogue.brand(product), Map.of());
    }

    @Override
    public double priceTier(long product) {
        return tiers.of(priceOrNaN(product), catalogue.categories(product));
    }

    @Override
    public NeighbourRow row(long product, Family family) {
        List<NeighbourRow> rows = neighbours.get(family);
        return rows == null ? NeighbourRow.EMPTY : rows.get((int) product);
    }

    @Override
    public @Nullable RuleCounts ruleCounts(long source, long target, Family family, long both) {
        return null;
    }

    @Override
    public long purchases(long product) {
        return part.sales(product);
    }

    @Override
    public List<PastPurchase> history(String customerId, int most) {
        List<PastPurchase> history = part.history(Integer.parseInt(customerId.substring(CUSTOMER.length())));
        return history.size() <= most ? history : history.subList(0, most);
    }

    @Override
    public double trend(long product) {
        return trend.of(recent[(int) product]);
    }

    @Override
    public Repeats repeats(long product) {
        return repeats.get((int) product);
    }

    @Override
    public List<Long> bestsellersLike(long product) {
        List<Long> like = new ArrayList<>();
        for (Long category : catalogue.categories(product)) {
            lists.popularIn(category, MOST_SELLERS).forEach(seller -> like.add(seller.product()));
        }
        return like;
    }

    @Override
    public List<Long> bestsellers() {
        return bestsellers;
    }

    @Override
    public List<Long> bestsellersWith(Map<String, Set<String>> attributes) {
        return bestsellers;
    }

    @Override
    public List<Long> bestsellersNow() {
        return bestsellers;
    }

    @Override
    public Instant now() {
        return now;
    }
}
