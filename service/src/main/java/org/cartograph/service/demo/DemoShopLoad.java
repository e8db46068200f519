package org.cartograph.service.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cartograph.demo.DemoShop;
import org.cartograph.load.LoadFiles;
import org.cartograph.load.LoadOptions;
import org.cartograph.load.Loader;
import org.cartograph.load.Progress;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * Brings the invented shop into the graph and lets the plugin learn from it, both once: a model in the graph says that
 * all of it was done. A load that was cut short is repeated, which is harmless.
 */
final class DemoShopLoad {

    private final Driver driver;
    private final Path files;

    DemoShopLoad(Driver driver, Path home) {
        this.driver = driver;
        this.files = home.resolve("demo-shop");
    }

    /** The generated files; the planted associations are read from them. */
    Path planted() {
        return files.resolve("planted.csv");
    }

    /** Whether there is nothing left to do. */
    boolean isDone() {
        return count("CALL cartograph.model.list() YIELD id RETURN count(*)") > 0;
    }

    /** Loads, unless a shop of the user's own is there already. */
    void load() {
        run("CALL cartograph.schema.install()");
        if (!Files.exists(files) && count("MATCH (:Product) RETURN count(*)") > 0) {
            return;
        }
        if (!Files.exists(about())) {
            DemoShop.standard().write(files);
        }
        new Loader(driver, LoadOptions.standard(), Progress.silent()).load(shop());
    }

    /** Written last, so that it marks a complete shop. A load is repeated with the files it began with: tomorrow's differ. */
    private Path about() {
        return files.resolve("about.txt");
    }

    private LoadFiles shop() {
        return new LoadFiles(
                files.resolve("products.csv"),
                files.resolve("orders.csv.gz"),
                files.resolve("customers.csv"),
                files.resolve("returns.csv"),
                files.resolve("ratings.csv"));
    }

    /** Lets the plugin learn its neighbour edges. */
    void learn() {
        run("CALL cartograph.model.build({})");
    }

    long products() {
        return count("MATCH (:Product) RETURN count(*)");
    }

    long purchases() {
        return count("MATCH ()-[:PURCHASED]->() RETURN count(*)");
    }

    private void run(String cypher) {
        try (Session session = driver.session()) {
            session.run(cypher).consume();
        }
    }

    private long count(String cypher) {
        try (Session session = driver.session()) {
            return session.run(cypher).single().get(0).asLong();
        }
    }
}
