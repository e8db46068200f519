package org.cartograph.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.IntConsumer;

/**
 * An invented electronics-and-home shop with eighteen months of orders, in which known associations are hidden.
 *
 * <p>The same shop is the same bytes, whatever the locale, the time zone or the machine (compressed files: as long as
 * the JDK's zlib is the same). Memory grows with customers and products, not with orders.
 *
 * @param customers registered customers, 1 to 10,000,000
 * @param orders orders, 1 to 100,000,000, guests' and cancelled ones included
 * @param products products, one for each of the 40 categories to 200,000
 * @param seed any number; another one gives another shop of the same kind
 * @param until today for the shop, in UTC: the last order is from the day before, the newest products are from the week
 *     before
 */
public record DemoShop(int customers, int orders, int products, long seed, LocalDate until) {

    private static final int CATEGORIES = 40;
    private static final int MOST_CUSTOMERS = 10_000_000;
    private static final int MOST_ORDERS = 100_000_000;
    private static final int MOST_PRODUCTS = 200_000;

    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9000, 1, 1);

    /** @throws IllegalArgumentException when a number or the date is out of its range */
    public DemoShop {
        check("customers", customers, MOST_CUSTOMERS);
        check("orders", orders, MOST_ORDERS);
        if (products < CATEGORIES || products > MOST_PRODUCTS) {
            throw new IllegalArgumentException("`products` must be between " + CATEGORIES
                    + ", one for each category, and " + MOST_PRODUCTS + ", but was " + products + ".");
        }
        if (until.isBefore(EARLIEST) || until.isAfter(LATEST)) {
            throw new IllegalArgumentException(
                    "`until` must be between " + EARLIEST + " and " + LATEST + ", but was " + until + ".");
        }
    }

    /** A shop as of today, UTC. */
    public DemoShop(int customers, int orders, int products, long seed) {
        this(customers, orders, products, seed, LocalDate.now(Clock.systemUTC()));
    }

    /** The shop of the demo: small enough to load in seconds, large enough to show every association. */
    public static DemoShop standard() {
        return new DemoShop(2_000, 12_000, 1_000, 1);
    }

    /**
     * Writes the shop's files into a directory, which is created if need be; files of an earlier shop are replaced.
     *
     * @throws UncheckedIOException when a file cannot be written
     */
    public DemoFiles write(Path directory) {
        return write(directory, placed -> {});
    }

    /** Writes the shop like {@link #write(Path)} and tells after each order how many have been written. */
    public DemoFiles write(Path directory, IntConsumer progress) {
        try {
            Files.createDirectories(directory);
            DemoFiles files = DemoFiles.in(directory);
            Files.deleteIfExists(files.about());
            write(files, progress);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(DemoFiles files, IntConsumer progress) throws IOException {
        ShopTables tables = ShopTables.read();
        Timeline timeline = new Timeline(until);
        Catalogue catalogue = CatalogueMaker.make(tables, timeline, products, seed);
        Associations associations = Associations.plan(tables, catalogue, orders, seed);
        Shoppers shoppers = new Shoppers(customers, catalogue, seed);
        CatalogueFiles.writeProducts(files.products(), catalogue);
        CatalogueFiles.writeCustomers(files.customers(), customers, seed);
        CatalogueFiles.writePlanted(files.planted(), catalogue, associations.planted());
        CatalogueFiles.writeSequences(files.sequences(), catalogue, associations.next());
        OrderStream stream = new OrderStream(tables, timeline, catalogue, associations, shoppers, seed);
        try (OrderFiles orderFiles =
                new OrderFiles(files.orders(), files.returns(), files.ratings(), catalogue, timeline, seed)) {
            stream.forEach(orders, purchase -> {
                orderFiles.write(purchase);
                progress.accept(purchase.number() + 1);
            });
        }
        Files.writeString(files.about(), AboutText.of(this, catalogue, associations.planted()));
    }

    private static void check(String name, int value, int high) {
        if (value < 1 || value > high) {
            throw new IllegalArgumentException(
                    "`" + name + "` must be between 1 and " + high + ", but was " + value + ".");
        }
    }
}
