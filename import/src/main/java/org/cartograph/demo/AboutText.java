package org.cartograph.demo;

import java.util.Locale;

/** What a person who finds the directory should know: how it was made, what is hidden in it, how to use it. */
final class AboutText {

    private AboutText() {}

    static String of(DemoShop shop, Catalogue catalogue, PlantedRules rules) {
        long pairs = rules.all().stream().filter(PlantedRule::isPair).count();
        long newest = catalogue.products().stream().filter(Product::isNewest).count();
        return String.format(
                Locale.ROOT,
                """
                A demo shop for Cartograph. Every name in it is invented.

                %d customers, %d orders, %d products in %d categories; seed %d; today is %s.
                The same arguments, with --until %s, give the same files again.

                products.csv    the catalogue; margin is money a piece, columns past available_until are attributes
                customers.csv   who gave consent to personal recommendations
                orders.csv.gz   one row a line, in time order; an empty customer_id is a guest, status may be cancelled
                returns.csv     what came back, with negative quantities
                ratings.csv     one to five stars
                planted.csv     the associations that are hidden in the orders
                sequences.csv   what is bought some days after what

                What is planted
                * %d rules in planted.csv. Buyers of product_id put companion_id into the same order with the given
                  probability. In %d of them it takes two products: buyers of product_id and second_product_id. Ask for
                  the cart of a rule's seeds, and the companion should be among the first four recommendations.
                * Other laptops, phones, printers and so on have a companion, too, taken along about half as often.
                * %d products came out in the last week and have been sold at most three times.
                * Customers who bought first_id in sequences.csv come back for next_id with the given probability, and within
                  the given number of days, such as for a lens of their camera's mount.
                * Consumables such as coffee capsules are bought again when they are used up.
                * Garden furniture, heaters and Christmas lights are sold in their season only.

                Load it
                  java -jar import/target/cartograph-import.jar load --products products.csv --orders orders.csv.gz \\
                    --customers customers.csv --returns returns.csv --ratings ratings.csv --uri bolt://127.0.0.1:7687
                """,
                shop.customers(),
                shop.orders(),
                shop.products(),
                catalogue.categories().size(),
                shop.seed(),
                shop.until(),
                shop.until(),
                rules.all().size(),
                pairs,
                newest);
    }
}
