package org.cartograph.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files that tests write and load. */
final class ShopFiles {

    private final Path directory;
    private @Nullable Path products;
    private @Nullable Path orders;
    private @Nullable Path customers;
    private @Nullable Path returns;
    private @Nullable Path ratings;

    ShopFiles(Path directory) {
        this.directory = directory;
    }

    ShopFiles products(String... lines) {
        products = write("products.csv", lines);
        return this;
    }

    /** An order file with the standard header and these rows. */
    ShopFiles orders(String... rows) {
        return ordersWithHeader("order_id,customer_id,ordered_at,product_id,quantity,unit_price", rows);
    }

    ShopFiles ordersWithHeader(String header, String... rows) {
        orders = write("orders.csv", (header + "\n" + String.join("\n", rows)));
        return this;
    }

    ShopFiles customers(String... lines) {
        customers = write("customers.csv", lines);
        return this;
    }

    ShopFiles returns(String... lines) {
        returns = write("returns.csv", lines);
        return this;
    }

    ShopFiles ratings(String... lines) {
        ratings = write("ratings.csv", lines);
        return this;
    }

    LoadFiles files() {
        return new LoadFiles(products, orders, customers, returns, ratings);
    }

    Path rejects() {
        return directory.resolve("rejects.csv");
    }

    /** Loads with the standard options and a rejects file. */
    LoadSummary load() {
        return load(LoadOptions.STANDARD_BATCH);
    }

    LoadSummary load(int batch) {
        LoadOptions options = LoadOptions.standard();
        return new Loader(
                        TestDatabase.driver(),
                        new LoadOptions(batch, false, rejects(), options.zone(), null),
                        Progress.silent())
                .load(files());
    }

    private Path write(String name, String... lines) {
        try {
            return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
