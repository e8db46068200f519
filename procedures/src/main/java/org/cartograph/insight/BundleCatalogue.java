package org.cartograph.insight;

import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.cartograph.facts.ProductIndex;
import org.cartograph.graph.ProductFacts;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** What products cost, bring in and whether they can be sold now: read live, each at most once. */
final class BundleCatalogue {
    private static final String MARGIN = "margin";

    private final Transaction transaction;
    private final ProductIndex products;
    private final Instant now;
    private final Map<Integer, Money> money = new HashMap<>();

    BundleCatalogue(Transaction transaction, ProductIndex products, Instant now) {
        this.transaction = transaction;
        this.products = products;
        this.now = now;
    }

    /** Money a piece; {@code NaN} where the shop does not say. */
    private record Money(double price, double margin) {}

    /** The products that are in orders and can be sold now, or all that are in orders. */
    BitSet among(Orders orders, boolean onlySellable) {
        BitSet allowed = new BitSet();
        for (int product = 0; product < orders.productCount(); product++) {
            if (orders.ordersOf(product) > 0 && (!onlySellable || sellable(product))) {
                allowed.set(product);
            }
        }
        return allowed;
    }

    boolean sellable(int product) {
        return ProductFacts.of(node(product), now).sellable();
    }

    /** Price of one piece of each, or null where one has none. */
    @Nullable
    Double price(Itemset set) {
        return sum(set, Money::price);
    }

    /** Margin of one piece of each, or null where one has none. */
    @Nullable
    Double margin(Itemset set) {
        return sum(set, Money::margin);
    }

    Node node(int product) {
        return products.node(transaction, product);
    }

    private @Nullable Double sum(Itemset set, ToDoubleFunction<Money> part) {
        double sum = 0;
        for (int product : set.products()) {
            sum += part.applyAsDouble(money.computeIfAbsent(product, number -> money(node(number))));
        }
        return Double.isFinite(sum) ? sum : null;
    }

    private static Money money(Node product) {
        Map<String, Object> properties = product.getProperties("price", MARGIN);
        return new Money(number(properties.get("price")), number(properties.get(MARGIN)));
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
