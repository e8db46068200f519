package org.cartograph.recommend;

import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.TestDatabase;

/**
 * A shop whose edges are written by hand: whoever buys the seed {@code s} buys p1, then p2 and so on to p12, with scores
 * 12, 11, … 1. All are of category {@code cups} and brand {@code acme} and cost 10, unless a test says otherwise.
 */
final class ShelfShop {
    static final int PRODUCTS = 12;

    private ShelfShop() {}

    static void open() {
        TestDatabase.empty();
        rows(
                "CREATE (:Attribute:Category {key: 'category', value: 'cups'}), (:Attribute:Brand {key: 'brand', value: 'acme'})");
        rows("CREATE (:Product {id: 's', name: 'Seed', price: 10.0})");
        rows("""
                MATCH (s:Product {id: 's'}), (cups:Category), (acme:Brand)
                CREATE (s)-[:HAS]->(cups)
                WITH s, cups, acme UNWIND range(1, 12) AS i
                CREATE (p:Product {id: 'p' + i, name: 'Product ' + i, price: 10.0})-[:HAS]->(cups), (p)-[:HAS]->(acme),
                       (s)-[:BOUGHT_TOGETHER {score: 13.0 - i, orders: 20 - i}]->(p)""");
    }

    /** Puts a product into another category, or under another brand. */
    static void move(String product, String key, String value) {
        rows(
                "MATCH (p:Product {id: $product})-[has:HAS]->(:Attribute {key: $key}) DELETE has",
                Map.of("product", product, "key", key));
        String label = key.equals("category") ? ":Category" : ":Brand";
        rows(
                "MATCH (p:Product {id: $product}) SET p.changedAt = datetime() " + "MERGE (a:Attribute" + label
                        + " {key: $key, value: $value}) CREATE (p)-[:HAS]->(a)",
                Map.of("product", product, "key", key, "value", value));
    }

    /** Lets every product have a brand of its own, so that none has too many places. */
    static void ownBrands() {
        rows("""
                MATCH (p:Product)-[has:HAS]->(:Brand) DELETE has
                CREATE (p)-[:HAS]->(:Attribute:Brand {key: 'brand', value: 'of ' + p.id})""");
    }

    /** What frequently-bought-together shows with the seed. */
    static List<String> box(String more) {
        return rows("CALL cartograph.recommend('product', {products: ['s'], placements: ['frequently-bought-together']"
                        + (more.isEmpty() ? "" : ", " + more) + "})")
                .stream()
                .map(row -> (String) row.get("productId"))
                .toList();
    }

    /** Changes a stage of that box. */
    static void stage(String stage) {
        rows("CALL cartograph.context.set('product', {recipes: {`frequently-bought-together`: {" + stage + "}}})");
    }
}
