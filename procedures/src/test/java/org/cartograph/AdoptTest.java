package org.cartograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The scripts of {@code cypher/adopt} bring a shop's own graph to our model, and can be run again. */
class AdoptTest {
    private static final String PURCHASES = "MATCH (c:Customer)-[r:PURCHASED]->(p:Product) RETURN c.id AS customer, "
            + "r.orderId AS order, toString(r.at) AS at, r.quantity AS quantity, r.unitPrice AS unitPrice, p.id AS product "
            + "ORDER BY order, product";

    private static final String SIZE =
            "MATCH (n) OPTIONAL MATCH (n)-[r]->() " + "RETURN count(DISTINCT n) AS nodes, count(r) AS relationships";

    @BeforeEach
    void empty() {
        TestDatabase.empty();
    }

    /** As Neo4j's own guide loads it: every value of the files a text, but those that it turns into numbers. */
    @Nested
    class Northwind {
        @BeforeEach
        void adopt() throws IOException {
            rows("""
                    CREATE (beverages:Category {categoryID: '1', categoryName: 'Beverages'}),
                           (seafood:Category {categoryID: '8', categoryName: 'Seafood'}),
                           (exotic:Supplier {supplierID: '1', companyName: 'Exotic Liquids'}),
                           (chai:Product {productID: '1', productName: 'Chai', unitPrice: 18.0, unitsInStock: 39, discontinued: false}),
                           (chang:Product {productID: '2', productName: 'Chang', unitPrice: '19.00', unitsInStock: '17', discontinued: '0'}),
                           (konbu:Product {productID: '13', productName: 'Konbu', unitPrice: 6.0, unitsInStock: 24, discontinued: '1'}),
                           (chai)-[:PART_OF]->(beverages), (chang)-[:PART_OF]->(beverages), (konbu)-[:PART_OF]->(seafood),
                           (exotic)-[:SUPPLIES]->(chai), (exotic)-[:SUPPLIES]->(chang),
                           (vinet:Customer {customerID: 'VINET'}), (hanar:Customer {customerID: 'HANAR'}),
                           (vinet)-[:PURCHASED]->(o1:Order {orderID: '10248', orderDate: '1996-07-04 00:00:00.000'}),
                           (hanar)-[:PURCHASED]->(o2:Order {orderID: '10250', orderDate: '1996-07-08'}),
                           (hanar)-[:PURCHASED]->(o3:Order {orderID: '10251', orderDate: date('1996-07-09')}),
                           (o1)-[:ORDERS {quantity: 12, unitPrice: '14.0'}]->(chai),
                           (o1)-[:ORDERS {quantity: 10, unitPrice: '15.2'}]->(chang),
                           (o2)-[:ORDERS {quantity: 5, unitPrice: '18.0'}]->(chai),
                           (o2)-[:ORDERS {quantity: 3, unitPrice: '19.0'}]->(chang),
                           (o2)-[:ORDERS {quantity: 1, unitPrice: '6.0'}]->(konbu),
                           (o3)-[:ORDERS {quantity: 4, unitPrice: '6.0'}]->(konbu)""");
            run("northwind");
        }

        @Test
        void getsOnePurchaseForEachOrderLine() {
            assertThat(rows(PURCHASES))
                    .hasSize(6)
                    .contains(purchase("VINET", "10248", "1996-07-04T00:00:00Z", 12, 14.0, "1"));
            assertThat(rows("MATCH (:Customer)-[:PURCHASED]->(o:Order) RETURN o"))
                    .isEmpty();
            assertThat(rows("MATCH (:Customer)-[:PLACED]->(o:Order) RETURN o.id AS id"))
                    .hasSize(3);
        }

        @Test
        void getsProductsWithTheirAttributes() {
            assertThat(rows("MATCH (p:Product {id: '2'})-[:HAS]->(a:Attribute) "
                            + "RETURN p.name AS name, p.price AS price, p.stock AS stock, p.active AS active, a.key AS key, "
                            + "a.value AS value ORDER BY key"))
                    .extracting(row -> row.get("key") + "=" + row.get("value"))
                    .containsExactly("category=Beverages", "supplier=Exotic Liquids", "token=chang");
            assertThat(rows("MATCH (p:Product) RETURN p.active AS active ORDER BY p.id"))
                    .extracting(row -> row.get("active"))
                    .containsExactly(true, false, true);
        }

        @Test
        void staysAsItIsWhenAdoptedAgain() throws IOException {
            Map<String, Object> once = rows(SIZE).get(0);
            List<Map<String, Object>> purchases = rows(PURCHASES);

            run("northwind");

            assertThat(rows(SIZE).get(0)).isEqualTo(once);
            assertThat(rows(PURCHASES)).isEqualTo(purchases);
        }

        @Test
        void takesAnOrderThatCameSince() throws IOException {
            rows(
                    "MATCH (c:Customer {customerID: 'VINET'}), (p:Product {productID: '13'}) "
                            + "CREATE (c)-[:PURCHASED]->(:Order {orderID: '10252', orderDate: '1996-07-10'})-[:ORDERS {quantity: 1}]->(p)");

            run("northwind");

            assertThat(rows(PURCHASES)).hasSize(7);
        }

        @Test
        void canBeLearnedFromAndRecommendsWhatIsStillSold() {
            rows("CALL cartograph.model.build({})");

            assertThat(rows("CALL cartograph.recommend('cart', {products: ['1']})"))
                    .first()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("productId", "2")
                            .containsEntry("source", "BOUGHT_TOGETHER")
                            .containsEntry("fallback", false));
            assertThat(rows("CALL cartograph.recommend('cart', {products: ['1']})"))
                    .extracting(row -> row.get("productId"))
                    .doesNotContain("13");
        }
    }

    /** Order nodes, as many a shop has them, with numbers for ids. */
    @Nested
    class PlacedAndContains {
        @BeforeEach
        void adopt() throws IOException {
            rows("""
                    CREATE (mug:Product {id: 1, title: 'Red mug', price: 9}), (pot:Product {id: 2, title: 'Blue pot', price: 20}),
                           (lid:Product {id: 3, title: 'Lid', price: 4}), (kitchen:Category {name: 'Kitchen'}),
                           (mug)-[:IN_CATEGORY]->(kitchen), (pot)-[:IN_CATEGORY]->(kitchen),
                           (ann:Customer {customerId: 7}), (bob:Customer {email: 'bob@example.org'}),
                           (ann)-[:PLACED]->(o1:Order {orderId: 70, createdAt: 1767268800000}),
                           (bob)-[:PLACED {at: datetime('2026-01-02T12:00:00Z')}]->(o2:Order {orderId: 71}),
                           (o3:Order {orderId: 72, date: '2026-01-03'}),
                           (bob)-[:PLACED]->(o4:Order {orderId: 73, date: '2026-01-04', status: 'Cancelled'}),
                           (o1)-[:CONTAINS {quantity: 2}]->(mug), (o1)-[:CONTAINS {quantity: 3}]->(mug), (o1)-[:CONTAINS]->(pot),
                           (o2)-[:CONTAINS {price: 8.5}]->(mug), (o2)-[:CONTAINS]->(pot),
                           (o3)-[:CONTAINS]->(mug), (o3)-[:CONTAINS]->(lid), (o4)-[:CONTAINS]->(lid)""");
            run("placed-contains");
        }

        @Test
        void getsOnePurchaseForEachOrderAndProduct() {
            assertThat(rows(PURCHASES))
                    .containsExactly(
                            purchase("7", "70", "2026-01-01T12:00:00Z", 5, 9.0, "1"),
                            purchase("7", "70", "2026-01-01T12:00:00Z", 1, 20.0, "2"),
                            purchase("bob@example.org", "71", "2026-01-02T12:00:00Z", 1, 8.5, "1"),
                            purchase("bob@example.org", "71", "2026-01-02T12:00:00Z", 1, 20.0, "2"),
                            purchase("guest:72", "72", "2026-01-03T00:00:00Z", 1, 9.0, "1"),
                            purchase("guest:72", "72", "2026-01-03T00:00:00Z", 1, 4.0, "3"));
        }

        @Test
        void staysAsItIsWhenAdoptedAgain() throws IOException {
            Map<String, Object> once = rows(SIZE).get(0);
            List<Map<String, Object>> purchases = rows(PURCHASES);

            run("placed-contains");

            assertThat(rows(SIZE).get(0)).isEqualTo(once);
            assertThat(rows(PURCHASES)).isEqualTo(purchases);
        }

        @Test
        void canBeLearnedFromAndRecommends() {
            rows("CALL cartograph.model.build({})");

            assertThat(rows("CALL cartograph.recommend('cart', {products: ['1']})"))
                    .first()
                    .satisfies(row ->
                            assertThat(row).containsEntry("productId", "2").containsEntry("fallback", false));
            assertThat(rows("MATCH (:Product {id: '1'})-[:HAS]->(a:Attribute:Category) RETURN a.value AS value"))
                    .containsExactly(Map.of("value", "Kitchen"));
        }
    }

    private static Map<String, Object> purchase(
            String customer, String order, String at, long quantity, double unitPrice, String product) {
        return Map.of(
                "customer",
                customer,
                "order",
                order,
                "at",
                at,
                "quantity",
                quantity,
                "unitPrice",
                unitPrice,
                "product",
                product);
    }

    private static void run(String script) throws IOException {
        String text = Files.readString(Path.of("../cypher/adopt/" + script + ".cypher"));
        Arrays.stream(text.replaceAll("(?m)^//.*$", "").split(";"))
                .filter(statement -> !statement.isBlank())
                .forEach(TestDatabase::rows);
    }
}
