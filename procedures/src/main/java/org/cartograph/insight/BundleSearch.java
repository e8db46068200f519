package org.cartograph.insight;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the sets, measures them and picks the best. */
final class BundleSearch {
    private static final int[] NO_ANCHOR = {};

    private final BundleSettings settings;
    private final Orders orders;
    private final BundleCatalogue catalogue;
    private final ProductCategories categories;
    private final Runnable check;
    private final Map<Integer, Integer> frequencies = new HashMap<>();

    BundleSearch(
            BundleSettings settings,
            Orders orders,
            BundleCatalogue catalogue,
            ProductCategories categories,
            Runnable check) {
        this.settings = settings;
        this.orders = orders;
        this.catalogue = catalogue;
        this.categories = categories;
        this.check = check;
    }

    private record Measured(Itemset set, double measure) {}

    /** The bundles with a product, or all where it is {@link Rule#NONE}; best first. */
    List<Bundle> around(int anchor) {
        BitSet allowed = catalogue.among(orders, settings.sellable());
        if (anchor != Rule.NONE && !allowed.get(anchor)) {
            return List.of();
        }
        int fewest = settings.fewestOrders(orders.all());
        List<Itemset> sets = new ItemsetMiner(
                        ItemsetOrders.of(orders, anchor, allowed, fewest),
                        anchor == Rule.NONE ? NO_ANCHOR : new int[] {anchor},
                        fewest,
                        settings.maximumItems(),
                        this::wanted,
                        check)
                .all();
        return chosen(sets).stream().map(this::bundle).toList();
    }

    private List<Itemset> chosen(List<Itemset> sets) {
        return settings.everySet()
                ? bestFirst(sets).stream().limit(settings.limit()).toList()
                : DistinctBundles.apart(bestFirst(DistinctBundles.whole(sets)), settings.limit());
    }

    private List<Itemset> bestFirst(List<Itemset> sets) {
        return sets.stream()
                .map(set -> new Measured(set, measure(set)))
                .sorted(Comparator.comparingDouble(Measured::measure)
                        .thenComparingInt(measured -> measured.set().orders())
                        .thenComparingDouble(measured -> lift(measured.set()))
                        .reversed()
                        .thenComparing(measured -> measured.set().products(), Arrays::compare))
                .map(Measured::set)
                .toList();
    }

    /** What is not known comes last. */
    private double measure(Itemset set) {
        Double measure = switch (settings.orderBy()) {
            case ORDERS -> Double.valueOf(set.orders());
            case LIFT -> Double.valueOf(lift(set));
            case PRICE -> catalogue.price(set);
            case MARGIN -> catalogue.margin(set);
            case DISCOUNT -> discount(set);
        };
        return measure == null ? Double.NEGATIVE_INFINITY : measure;
    }

    private boolean wanted(Itemset set) {
        return set.size() >= settings.minimumItems()
                && (settings.category() == null || categories.touches(set.products()))
                && (settings.minimumLift() == 0 || lift(set) >= settings.minimumLift());
    }

    private double lift(Itemset set) {
        double lift = (double) set.orders() / orders.all();
        for (int product : set.products()) {
            lift *= (double) orders.all() / frequency(product);
        }
        return lift;
    }

    private @Nullable Double discount(Itemset set) {
        Double price = catalogue.price(set);
        Double margin = catalogue.margin(set);
        return price == null || margin == null || price <= 0
                ? null
                : settings.marginFloor().discount(price, margin);
    }

    private Bundle bundle(Itemset set) {
        return new Bundle(
                Arrays.stream(set.products())
                        .boxed()
                        .sorted(Comparator.comparing(product -> -frequency(product)))
                        .map(catalogue::node)
                        .toList(),
                set.orders(),
                orders.all(),
                lift(set),
                catalogue.price(set),
                catalogue.margin(set),
                discount(set));
    }

    private int frequency(int product) {
        return frequencies.computeIfAbsent(product, orders::frequency);
    }
}
