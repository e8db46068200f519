package org.cartograph.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stocks the shop: how many products each category has, and each product's brand, name, price, stock and dates. */
final class CatalogueMaker {

    private static final double NEWEST_SHARE = 0.025;
    private static final double ESTABLISHED_SHARE = 0.72;
    private static final double INACTIVE_SHARE = 0.03;
    private static final double OUT_OF_STOCK_SHARE = 0.05;
    private static final int DAYS_WITHOUT_RELEASES = 14;
    private static final int FIRST_NUMBER = 1001;

    private final ShopTables tables;
    private final Timeline timeline;
    private final long seed;
    private final ProductNaming naming;
    private final List<Product> products = new ArrayList<>();
    private final Map<String, List<Product>> byRank = new HashMap<>();

    private CatalogueMaker(ShopTables tables, Timeline timeline, long seed) {
        this.tables = tables;
        this.timeline = timeline;
        this.seed = seed;
        this.naming = new ProductNaming(tables.words());
    }

    static Catalogue make(ShopTables tables, Timeline timeline, int size, long seed) {
        return new CatalogueMaker(tables, timeline, seed).make(size);
    }

    private Catalogue make(int size) {
        int[] sizes = assortment(size);
        List<int[]> ranks = new ArrayList<>();
        for (int category = 0; category < sizes.length; category++) {
            ranks.add(new Dice(seed, "ranks", category).permutation(sizes[category]));
        }
        BitSet newest = newest(sizes, ranks);
        int index = 0;
        for (int category = 0; category < sizes.length; category++) {
            for (int number = 0; number < sizes[category]; number++) {
                products.add(product(category, number, ranks.get(category)[number], newest.get(index++)));
            }
            Product[] ranked = new Product[sizes[category]];
            products.subList(products.size() - sizes[category], products.size())
                    .forEach(product -> ranked[product.rank()] = product);
            byRank.put(tables.categories().get(category).name(), Arrays.asList(ranked));
        }
        return new Catalogue(tables.categories(), products);
    }

    /** At least one product a category, the rest by their share. */
    private int[] assortment(int size) {
        List<Category> categories = tables.categories();
        int total = categories.stream().mapToInt(Category::assortment).sum();
        int[] sizes = new int[categories.size()];
        long sum = 0;
        long before = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum += categories.get(i).assortment();
            long upToHere = (size - sizes.length) * sum / total;
            sizes[i] = Math.toIntExact(1 + upToHere - before);
            before = upToHere;
        }
        return sizes;
    }

    /** Which products came out last week: never a category's most wanted, never one whose season is over. */
    private BitSet newest(int[] sizes, List<int[]> ranks) {
        int[] categoryOf = new int[Arrays.stream(sizes).sum()];
        int[] rankOf = new int[categoryOf.length];
        int index = 0;
        for (int category = 0; category < sizes.length; category++) {
            for (int rank : ranks.get(category)) {
                categoryOf[index] = category;
                rankOf[index++] = rank;
            }
        }
        int wanted = Math.max(1, (int) (categoryOf.length * NEWEST_SHARE));
        BitSet newest = new BitSet();
        for (int product : new Dice(seed, "newest", 0).permutation(categoryOf.length)) {
            boolean onSale = tables.categories().get(categoryOf[product]).isSoldOn(timeline.until());
            if (newest.cardinality() < wanted && rankOf[product] > 0 && onSale) {
                newest.set(product);
            }
        }
        return newest;
    }

    private Product product(int index, int number, int rank, boolean newest) {
        Category category = tables.categories().get(index);
        Dice dice = new Dice(seed, category.slug(), number);
        Brand brand = dice.pick(tables.brands().stream()
                .filter(candidate -> candidate.parents().contains(category.parent()))
                .toList());
        ProductNaming.Named named = naming.name(category, brand, borrowed(category, rank), dice);
        int price = Prices.draw(category, brand, named.attributes(), dice);
        // A category's most wanted product is always to be had, so that no shelf is ever empty.
        boolean active = newest || rank == 0 || !dice.chance(INACTIVE_SHARE);
        boolean sold = newest || rank == 0 || !dice.chance(OUT_OF_STOCK_SHARE);
        int stock = active && sold ? dice.between(3, price > 20_000 ? 40 : 400) : 0;
        LocalDate releasedAt = released(newest, rank == 0 || !active, dice);
        int lastDay = active ? Timeline.DAYS - 1 : dice.between(Timeline.DAYS / 2, Timeline.DAYS - 20);
        return new Product(
                category.slug() + "-" + (FIRST_NUMBER + number),
                named.name(),
                index,
                rank,
                brand,
                price,
                stock,
                active,
                (int) (price * category.margin() * (0.75 + 0.5 * dice.unit())),
                releasedAt,
                category.season() == null ? null : category.season().currentOrNext(timeline.until()),
                newest ? Timeline.DAYS : timeline.day(releasedAt),
                lastDay,
                named.attributes());
    }

    private LocalDate released(boolean newest, boolean early, Dice dice) {
        if (newest) {
            return timeline.until().minusDays(dice.between(1, 7));
        }
        if (early || dice.chance(ESTABLISHED_SHARE)) {
            return timeline.date(-dice.between(0, 1_200));
        }
        return timeline.date(dice.between(1, Timeline.DAYS - DAYS_WITHOUT_RELEASES));
    }

    /** A case or a screen protector is made for one phone; the more wanted phones get them first. */
    private Map<String, String> borrowed(Category category, int rank) {
        Map<String, String> borrowed = new HashMap<>();
        for (Category.Trait trait : category.traits()) {
            if (trait.values().startsWith("@")) {
                List<Product> lenders = byRank.getOrDefault(trait.values().substring(1), List.of());
                borrowed.put(trait.key(), lenders.get(rank % lenders.size()).attribute(trait.key()));
            }
        }
        return borrowed;
    }
}
