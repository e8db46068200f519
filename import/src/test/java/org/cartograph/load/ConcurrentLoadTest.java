package org.cartograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConcurrentLoadTest {

    private static final int ORDERS = 1_500;
    private static final String WITH_VERSION =
            "order_id,customer_id,ordered_at,product_id,quantity,unit_price,updated_at";

    @TempDir
    private Path directory;

    @BeforeEach
    void wipe() {
        TestDatabase.wiped();
    }

    @Test
    void twoLoadsOfTheSameFilesAtOnceGiveTheGraphOfOne() throws Exception {
        ShopFiles shop = shop(1, "2026-02-01");
        shop.load();
        List<String> one = TestDatabase.graph();
        TestDatabase.wiped();

        atOnce(() -> load(shop, 300), () -> load(shop, 500));

        assertThat(TestDatabase.graph()).isEqualTo(one);
    }

    @Test
    void anOldAndANewVersionAtOnceEndWithTheNewOne() throws Exception {
        ShopFiles old = shop(1, "2026-02-01");
        ShopFiles recent = shop(2, "2026-03-01");
        recent.load();
        List<String> expected = purchases();
        TestDatabase.wiped();

        atOnce(() -> load(old, 400), () -> load(recent, 400));

        assertThat(purchases()).isEqualTo(expected);
    }

    private static LoadSummary load(ShopFiles shop, int batch) {
        LoadOptions options = LoadOptions.standard();
        return new Loader(
                        TestDatabase.driver(),
                        new LoadOptions(batch, false, null, options.zone(), null),
                        Progress.silent())
                .load(shop.files());
    }

    private static void atOnce(Callable<LoadSummary> one, Callable<LoadSummary> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<LoadSummary> future : threads.invokeAll(List.of(one, other))) {
                assertThat(future.get().rejected()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> purchases() {
        return TestDatabase.graph().stream()
                .filter(line -> line.contains("-PURCHASED->"))
                .toList();
    }

    /** Orders of few customers and few products, so that writers meet; the seed decides what is in them, not which there are. */
    private ShopFiles shop(long seed, String version) throws Exception {
        Random random = new Random(seed);
        List<String> products = new ArrayList<>(List.of("product_id,name,category,price,color"));
        for (int i = 0; i < 60; i++) {
            products.add("p%d,Thing %d,Category %d,%d.5,red".formatted(i, i, i % 7, i));
        }
        List<String> orders = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            String customer = order % 10 == 0 ? "" : "c" + order % 37;
            for (int line = 0; line < 3; line++) {
                orders.add("o%d,%s,2026-01-0%d,p%d,1,2,%s"
                        .formatted(order, customer, 1 + order % 9, random.nextInt(70), version));
            }
        }
        Path own = Files.createDirectory(directory.resolve("shop" + seed));
        return new ShopFiles(own)
                .products(products.toArray(String[]::new))
                .ordersWithHeader(WITH_VERSION, orders.toArray(String[]::new));
    }
}
