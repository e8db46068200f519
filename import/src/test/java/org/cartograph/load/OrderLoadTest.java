package org.cartograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OrderLoadTest {

    private static final String PURCHASES = """
            MATCH (c:Customer)-[r:PURCHASED]->(p:Product)
            RETURN c.id AS customer, p.id AS product, r.orderId AS order, toString(r.at) AS at, r.quantity AS quantity,
                r.unitPrice AS price
            ORDER BY order, product
            """;
    private static final String WITH_VERSION =
            "order_id,customer_id,ordered_at,product_id,quantity,unit_price,updated_at,status";

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
                        purchase("ann", "mug", "o1", "2026-01-02T10:00:00Z", 2L, 9.5),
                        purchase("ann", "tea", "o1", "2026-01-02T10:00:00Z", 1L, 4.0));
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

    @Test
    void sumsRowsOfTheSameProductAndWeighsTheirPrice() {
        LoadSummary summary = shop.orders(
                        "o1,ann,2026-01-02,mug,2,9", "o1,ann,2026-01-02,mug,1,6", "o1,ann,2026-01-02,mug,1,")
                .load();

        // (2·9 + 1·6) / 3 = 8; the row without a price says nothing about it.
        assertThat(TestDatabase.rows(PURCHASES))
                .containsExactly(purchase("ann", "mug", "o1", "2026-01-02T00:00:00Z", 4L, 8.0));
        assertThat(summary.count(Count.ROWS_SUMMED)).isEqualTo(2);
    }

    @Test
    void gathersTheRowsOfAnOrderFromAllOverTheFileInAnyBatch() {
        List<String> rows = new ArrayList<>();
        for (String product : List.of("mug", "tea", "pot")) {
            for (int order = 0; order < 20; order++) {
                rows.add("o%d,ann,2026-01-%02dT08:00:00,%s,1,2".formatted(order, 1 + rows.size() % 28, product));
            }
        }
        shop.orders(rows.toArray(String[]::new)).load(7);
        List<String> inSevens = TestDatabase.graph();
        TestDatabase.wiped();

        shop.load();

        assertThat(TestDatabase.graph()).isEqualTo(inSevens);
        assertThat(TestDatabase.value("MATCH ()-[r:PURCHASED]->() RETURN count(r)"))
                .isEqualTo(60L);
        assertThat(
                        TestDatabase.value(
                                "MATCH ()-[r:PURCHASED]->() WITH r.orderId AS o, count(DISTINCT r.at) AS times RETURN max(times)"))
                .isEqualTo(1L);
    }

    @Test
    void theTimeOfAnOrderIsItsEarliestRows() {
        shop.orders("o1,ann,2026-01-02T10:05:00,mug,1,1", "o1,ann,2026-01-02T10:00:00,tea,1,1")
                .load();

        assertThat(TestDatabase.rows(PURCHASES))
                .extracting(row -> row.get("at"))
                .containsOnly("2026-01-02T10:00:00Z");
    }

    @Test
    void keepsFractionsOfQuantitiesAndLegallyEmptyPrices() {
        shop.orders("o1,ann,2026-01-02,cheese,0.75,").load();

        assertThat(TestDatabase.value("MATCH ()-[r:PURCHASED]->() RETURN r.quantity"))
                .isEqualTo(0.75);
        assertThat(TestDatabase.value("MATCH ()-[r:PURCHASED]->() RETURN r.unitPrice IS NULL"))
                .isEqualTo(true);
    }

    @Test
    void givesEachGuestOrderAnAnonymousCustomerOfItsOwn() {
        LoadSummary summary = shop.orders(
                        "o1,,2026-01-02,mug,1,1", "o2,,2026-01-02,mug,1,1", "o3,ann,2026-01-02,mug,1,1")
                .load();

        assertThat(TestDatabase.rows("MATCH (c:Customer {anonymous: true}) RETURN c.id AS id ORDER BY id"))
                .containsExactly(Map.of("id", "guest:o1"), Map.of("id", "guest:o2"));
        assertThat(summary.count(Count.ORDERS_OF_GUESTS)).isEqualTo(2);
    }

    @Test
    void makesACustomerOfABrowserUnderWhoseIdSomebodyOrders() {
        TestDatabase.rows(
                "CREATE (:Customer {id: 'ann', anonymous: true}), (:Customer {id: 'guest:o2', anonymous: true})");

        shop.orders("o1,ann,2026-01-02,mug,1,1", "o2,,2026-01-02,mug,1,1").load();

        assertThat(TestDatabase.rows("MATCH (c:Customer {anonymous: true}) RETURN c.id AS id"))
                .containsExactly(Map.of("id", "guest:o2"));
    }

    @Test
    void createsProductsThatAreKnownFromOrdersOnly() {
        LoadSummary summary = shop.products("product_id,name", "mug,Mug")
                .orders("o1,ann,2026-01-02,mug,1,1", "o1,ann,2026-01-02,tea,1,1")
                .load();

        assertThat(TestDatabase.value("MATCH (p:Product {id: 'tea'}) RETURN properties(p)"))
                .isEqualTo(Map.of("id", "tea"));
        assertThat(summary.count(Count.PRODUCTS_UNKNOWN)).isEqualTo(1);
    }

    @Test
    void cancelledOrdersKeepTheirNodeAndBringNoPurchase() {
        LoadSummary summary = shop.ordersWithHeader(
                        WITH_VERSION, "o1,ann,2026-01-02,mug,1,1,,canceled", "o2,ann,2026-01-02,mug,1,1,,Completed")
                .load();

        assertThat(TestDatabase.rows("MATCH (o:Order) RETURN o.id AS id, o.status AS status ORDER BY id"))
                .containsExactly(Map.of("id", "o1", "status", "canceled"), Map.of("id", "o2", "status", "Completed"));
        assertThat(TestDatabase.rows(PURCHASES))
                .extracting(row -> row.get("order"))
                .containsExactly("o2");
        assertThat(summary.count(Count.ORDERS_CANCELLED)).isEqualTo(1);
    }

    @Test
    void aNewerVersionReplacesTheLinesAndAnOlderOneDoesNot() {
        shop.ordersWithHeader(
                        WITH_VERSION,
                        "o1,ann,2026-01-02,mug,1,1,2026-01-03,paid",
                        "o1,ann,2026-01-02,tea,1,1,2026-01-03,paid")
                .load();
        shop.ordersWithHeader(WITH_VERSION, "o1,ann,2026-01-02,mug,5,1,2026-01-04,paid")
                .load();
        LoadSummary older = shop.ordersWithHeader(WITH_VERSION, "o1,ann,2026-01-02,pot,1,1,2026-01-03,paid")
                .load();

        assertThat(TestDatabase.rows(PURCHASES))
                .containsExactly(purchase("ann", "mug", "o1", "2026-01-02T00:00:00Z", 5L, 1.0));
        assertThat(older.count(Count.ORDERS_UNCHANGED)).isEqualTo(1);
    }

    @Test
    void anOrderThatIsCancelledLaterLosesItsLines() {
        shop.ordersWithHeader(WITH_VERSION, "o1,ann,2026-01-02,mug,1,1,2026-01-03,paid")
                .load();
        shop.ordersWithHeader(WITH_VERSION, "o1,ann,2026-01-02,mug,1,1,2026-01-05,cancelled")
                .load();

        assertThat(TestDatabase.rows(PURCHASES)).isEmpty();
    }

    @Test
    void aGuestsOrderThatFindsItsCustomerIsNotCountedTwice() {
        shop.ordersWithHeader(WITH_VERSION, "o1,,2026-01-02,mug,1,1,2026-01-03,paid")
                .load();
        shop.ordersWithHeader(WITH_VERSION, "o1,ann,2026-01-02,mug,1,1,2026-01-04,paid")
                .load();

        assertThat(TestDatabase.rows(PURCHASES))
                .extracting(row -> row.get("customer"))
                .containsExactly("ann");
    }

    @Test
    void theGoodRowsOfAnOrderLoadAndTheCorrectedFileCompletesIt() {
        LoadSummary first = shop.orders("o1,ann,2026-01-02,mug,1,1", "o1,ann,2026-01-02,tea,minus one,1")
                .load();
        assertThat(TestDatabase.rows(PURCHASES))
                .extracting(row -> row.get("product"))
                .containsExactly("mug");
        assertThat(first.rejected()).isEqualTo(1);
        assertThat(first.count(Count.ORDERS_INCOMPLETE)).isEqualTo(1);

        shop.orders("o1,ann,2026-01-02,mug,1,1", "o1,ann,2026-01-02,tea,1,1").load();

        assertThat(TestDatabase.rows(PURCHASES))
                .extracting(row -> row.get("product"))
                .containsExactly("mug", "tea");
    }

    @Test
    void anIncompleteOrderLoadedAgainIsTheSame() {
        shop.orders("o1,ann,2026-01-02,mug,1,1", "o1,ann,2026-01-02,tea,minus one,1")
                .load();
        List<String> first = TestDatabase.graph();

        shop.load();

        assertThat(TestDatabase.graph()).isEqualTo(first);
    }

    private static Map<String, Object> purchase(
            String customer, String product, String order, String at, Object quantity, double price) {
        return Map.of(
                "customer",
                customer,
                "product",
                product,
                "order",
                order,
                "at",
                at,
                "quantity",
                quantity,
                "price",
                price);
    }
}
