package org.cartograph.service.demo;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.demo.DatabaseProcess.Addresses;
import org.cartograph.service.fallback.SnapshotRefresh;
import org.cartograph.service.startup.CannotStart;
import org.cartograph.service.warmup.WarmUp;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.Neo4jException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Starts the demo. The database comes up while Spring does; the service tells that it is ready only when this has ended,
 * because Spring Boot waits for its runners.
 */
@Component
@ConditionalOnBooleanProperty("cartograph.demo")
final class Demo implements ApplicationRunner, DisposableBean {

    /** What it prints are answers of the model, which those of a server that has just started would come too late for. */
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(20);

    private final PrintStream out = System.out;
    private final DemoSettings settings;
    private final ShopDatabase shop;
    private final SnapshotRefresh snapshot;
    private final WarmUp warmUp;
    private final Environment environment;
    private final DemoDatabase database;
    private volatile boolean stopping;

    Demo(DemoSettings settings, ShopDatabase shop, SnapshotRefresh snapshot, WarmUp warmUp, Environment environment) {
        this.settings = settings;
        this.shop = shop;
        this.snapshot = snapshot;
        this.warmUp = warmUp;
        this.environment = environment;
        Path home = settings.absoluteHome();
        Path jar = DatabaseJar.find(settings.jar(), ownPlace());
        out.println("Starting Neo4j, data in " + home + " …");
        this.database = new DemoDatabase(jar, home, settings.boltPort(), settings.httpPort());
    }

    private static Path ownPlace() {
        ApplicationHome home = new ApplicationHome(Demo.class);
        File source = home.getSource();
        return (source == null ? home.getDir() : source).toPath();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            run();
        } catch (Neo4jException failed) {
            if (!stopping) {
                throw new CannotStart("The demo shop could not be set up: " + failed.getMessage());
            }
        } catch (CannotStart failed) {
            if (!stopping) {
                throw failed;
            }
        }
    }

    private void run() {
        Addresses addresses = database.awaitReady();
        Path planted = setUp(addresses);
        shop.connect(addresses.bolt(), database.login());
        warmUp.run(LONGEST_WARM_UP);
        snapshot.refresh();
        DemoPage page = new DemoPage(out, "http://localhost:" + environment.getProperty("local.server.port", "8080"));
        page.addresses(addresses, settings.absoluteHome(), environment.getProperty("server.address", "all addresses"));
        page.examples(new DemoExamples(shop, planted).choose());
    }

    /** Loads the shop and learns from it, unless an earlier start did. */
    private Path setUp(Addresses addresses) {
        try (Driver driver = GraphDatabase.driver(addresses.bolt(), database.login())) {
            DemoShopLoad load = new DemoShopLoad(driver, settings.absoluteHome());
            if (!load.isDone()) {
                out.println("Loading the demo shop …");
                load.load();
                out.printf("Learning from %,d purchases of %,d products …%n", load.purchases(), load.products());
                load.learn();
            }
            return load.planted();
        }
    }

    @Override
    public void destroy() {
        stopping = true;
        database.close();
    }
}
