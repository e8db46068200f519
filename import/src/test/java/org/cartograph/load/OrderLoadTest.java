package org.cartograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OrderLoadTest {

    private static final String PURCHASES = """
            MATCH (c:Customer)-[r:PURCHASED]->(p:Product)
            RETURN c.id AS customer, p.id AS product, r.orderId AS order, toString(r.at) AS at, r.quantity AS quantity, r.unitPrice AS price
            ORDER BY order, product
            """;

    @TempDir
    private Path directory;

    private ShopFiles shop;

    @BeforeEach
    void wipe() {
        TestDatabase.wiped();
        shop = new ShopFiles(directory);
    }

    @Test
    void writesOnePurchasePerOrderAndProduct() {
        shop.orders("o1,ann,2026-01-02T10:00:00,mug,2,9.5", "o1,ann,2026-01-02T10:00:00,tea,1,4")
                .load();

        assertThat(TestDatabase.rows(PURCHASES))
                .containsExactly(
                        Map.of(
                                "customer",
                                "ann",
                                "product",
                                "mug",
                                "order",
                                "o1",
                                "at",
                                "2026-01-02T10:00:00Z",
                                "quantity",
                                2L,
                                "price",
                                9.5),
                        Map.of(
                                "customer",
                                "ann",
                                "product",
                                "tea",
                                "order",
                                "o1",
                                "at",
                                "2026-01-02T10:00:00Z",
                                "quantity",
                                1L,
                                "price",
                                4.0));
    }

    @Test
    void changesNothingTheSecondTime() {
        shop.products("product_id,name,category,brand,price", "mug,Red mug,Mugs,Acme,9.5")
                .orders("o1,ann,2026-01-02,mug,2,9.5", "o2,,2026-01-03,tea,1,")
                .load();
        List<String> first = TestDatabase.graph();

        LoadSummary second = shop.load();

        assertThat(TestDatabase.graph()).isEqualTo(first);
        assertThat(second.count(Count.ORDERS_UNCHANGED)).isEqualTo(2);
        assertThat(second.count(Count.PURCHASES)).isZero();
    }
}
