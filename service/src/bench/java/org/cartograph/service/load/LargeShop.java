package org.cartograph.service.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cartograph.demo.DemoShop;
import org.cartograph.load.LoadFiles;
import org.cartograph.load.LoadOptions;
import org.cartograph.load.Loader;
import org.cartograph.load.Progress;
import org.cartograph.service.demo.ChildDatabase;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** A shop of 20,000 products, 20,000 customers and 60,000 orders, learned from, in a database of its own. */
final class LargeShop implements AutoCloseable {

    private static final int PRODUCTS = 20_000;
    private static final int CUSTOMERS = 20_000;
    private static final int ORDERS = 60_000;

    private static final String BESTSELLERS =
            "MATCH (p:Product) WHERE p.orders > 0 WITH p ORDER BY p.orders DESC LIMIT 2000 RETURN collect(p.id)";
    private static final String REGULARS = """
            MATCH (c:Customer)-[bought:PURCHASED]->() WHERE coalesce(c.consent, true)
            WITH c, count(bought) AS lines ORDER BY lines DESC, c.id LIMIT 5000
            RETURN collect(c.id)""";

    private final Path folder;
    private final ChildDatabase database;

    private LargeShop(Path folder, ChildDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** Opens the shop in this folder, which is filled the first time. */
    static LargeShop open(Path folder) throws IOException {
        Files.createDirectories(folder);
        LargeShop shop = new LargeShop(folder, new ChildDatabase(folder.resolve("home")));
        if (shop.database.count("MATCH (m:Model) RETURN count(m)") == 0) {
            shop.fill(folder.resolve("files"));
        }
        return shop;
    }

    private void fill(Path files) throws IOException {
        new DemoShop(CUSTOMERS, ORDERS, PRODUCTS, 1).write(files);
        try (Driver driver = GraphDatabase.driver(database.uri(), database.login())) {
            new Loader(driver, LoadOptions.standard(), Progress.silent())
                    .load(new LoadFiles(
                            files.resolve("products.csv"),
                            files.resolve("orders.csv.gz"),
                            files.resolve("customers.csv"),
                            files.resolve("returns.csv"),
                            files.resolve("ratings.csv")));
        }
        database.run("CALL cartograph.schema.install()", "CALL cartograph.model.build({})");
    }

    Path folder() {
        return folder;
    }

    ChildDatabase database() {
        return database;
    }

    /** Ids of the 2,000 products that are sold most. */
    List<String> bestsellers() {
        return database.texts(BESTSELLERS);
    }

    /** Ids of the 5,000 customers who bought most. */
    List<String> regulars() {
        return database.texts(REGULARS);
    }

    @Override
    public void close() {
        database.close();
    }
}
