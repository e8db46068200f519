package org.cartograph.demo;

import java.nio.file.Path;

/**
 * Where a demo shop was written.
 *
 * @param products the catalogue, {@code products.csv}
 * @param orders order lines in time order, {@code orders.csv.gz}
 * @param customers ids and consent, {@code customers.csv}
 * @param planted the associations hidden in the orders, {@code planted.csv}
 * @param sequences what is bought within some days after what, {@code sequences.csv}
 * @param returns what came back, with negative quantities, {@code returns.csv}
 * @param ratings one to five stars, {@code ratings.csv}
 * @param about what was planted and how to use it, {@code about.txt}; written last, so it marks a complete shop
 */
public record DemoFiles(
        Path products,
        Path orders,
        Path customers,
        Path planted,
        Path sequences,
        Path returns,
        Path ratings,
        Path about) {

    static DemoFiles in(Path directory) {
        return new DemoFiles(
                directory.resolve("products.csv"),
                directory.resolve("orders.csv.gz"),
                directory.resolve("customers.csv"),
                directory.resolve("planted.csv"),
                directory.resolve("sequences.csv"),
                directory.resolve("returns.csv"),
                directory.resolve("ratings.csv"),
                directory.resolve("about.txt"));
    }
}
