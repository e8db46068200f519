package org.cartograph.procedure;

import java.util.List;
import org.cartograph.insight.Bundle;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.procedure.Description;

/** Products that could be sold as one. */
public record BundleRow(
        @Description("What is bought together, the most often bought first")
        List<Node> products,

        @Description("Their ids") List<String> productIds,
        @Description("Their names") List<String> productNames,

        @Description("Orders with every product of the bundle")
        long orders,

        @Description("Orders of the whole shop") long allOrders,

        @Description("Share of all orders with every product of the bundle, 0 to 1")
        double support,

        @Description("How many times more often together than by chance: support divided by the product of each "
                + "product's own; 1 is chance, and larger bundles reach higher")
        double lift,

        @Description("Price of one piece of each; null where a product has none") @Nullable
        Double price,

        @Description("Margin of one piece of each, in money; null where a product has none") @Nullable
        Double margin,

        @Description("The largest discount that keeps the margin floor, in percent of the price; 0 where the margin is "
                + "at the floor already, null where price or margin are")
        @Nullable
        Double discountPercent,

        @Description("The same discount in money") @Nullable Double discount) {

    static BundleRow of(Bundle bundle) {
        Double discount = bundle.discount();
        return new BundleRow(
                bundle.products(),
                bundle.products().stream().map(product -> text(product, "id")).toList(),
                bundle.products().stream().map(product -> text(product, "name")).toList(),
                bundle.orders(),
                bundle.allOrders(),
                bundle.support(),
                bundle.lift(),
                bundle.price(),
                bundle.margin(),
                discount == null ? null : Double.valueOf(100 * discount),
                bundle.discountMoney());
    }

    private static String text(Node product, String key) {
        return String.valueOf(product.getProperty(key, ""));
    }
}
