package org.cartograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load in a process of its own that is killed without warning while it writes. */
final class KilledLoadTest {

    private static final int ORDERS = 6_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @BeforeEach
    void wipe() {
        TestDatabase.wiped();
    }

    @Test
    void aLoadThatWasKilledHalfwayAndRunAgainGivesTheSameGraph() throws Exception {
        ShopFiles shop = shop();
        shop.load();
        List<String> whole = TestDatabase.graph();
        TestDatabase.wiped();

        Process load = start(shop.files());
        waitForOrders(load);
        load.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        long ordersLeft = orders();

        shop.load();

        assertThat(ordersLeft).isPositive().isLessThan(ORDERS);
        assertThat(TestDatabase.graph()).isEqualTo(whole);
    }

    private static void waitForOrders(Process load) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (orders() == 0 && load.isAlive() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    private static long orders() {
        return (Long) TestDatabase.value("MATCH (o:Order) RETURN count(o)");
    }

    private Process start(LoadFiles files) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.cartograph.cli.CartographImport",
                        "load",
                        "--products",
                        String.valueOf(files.products()),
                        "--orders",
                        String.valueOf(files.orders()),
                        "--uri",
                        TestDatabase.uri(),
                        // Small transactions, so that there is a middle to be killed in.
                        "--batch",
                        "25")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "load.log"))
                .start();
    }

    private ShopFiles shop() {
        Random random = new Random(7);
        List<String> products = new ArrayList<>(List.of("product_id,name,category,price"));
        for (int i = 0; i < 200; i++) {
            products.add("p%d,Thing %d,Category %d,%d.5".formatted(i, i, i % 7, i));
        }
        List<String> orders = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            orders.add("o%d,c%d,2026-01-0%d,p%d,1,2".formatted(order, order % 500, 1 + order % 9, random.nextInt(200)));
        }
        return new ShopFiles(directory)
                .products(products.toArray(String[]::new))
                .orders(orders.toArray(String[]::new));
    }
}
