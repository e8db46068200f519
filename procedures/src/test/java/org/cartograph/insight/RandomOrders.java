package org.cartograph.insight;

import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.cartograph.fixture.TestDatabase;

/** Orders of twelve customers that are the same in every run, to count by hand what is counted in the graph. */
final class RandomOrders {
    private RandomOrders() {}

    /**
     * Opens a shop with them in an empty database.
     *
     * @param mostLines of an order, before products that come twice are taken as one
     * @param plain without a product that is twice in one order
     * @return the products of each order, by their numbers
     */
    static List<Set<Integer>> open(int count, int mostLines, int products, boolean plain) {
        TestDatabase.empty();
        rows("UNWIND range(0, $last) AS i CREATE (:Product {id: 'p' + i})", Map.of("last", products - 1));
        Random random = new Random(7);
        List<Set<Integer>> orders = new ArrayList<>();
        for (int order = 0; order < count; order++) {
            Set<Integer> lines = new TreeSet<>();
            for (int line = random.nextInt(mostLines); line >= 0; line--) {
                lines.add(Math.min(random.nextInt(products), random.nextInt(products)));
            }
            orders.add(lines);
            rows(
                    """
                    MERGE (c:Customer {id: $customer})
                    WITH c UNWIND $products AS i MATCH (p:Product {id: 'p' + i})
                    CREATE (c)-[:PURCHASED {orderId: $order, at: datetime()}]->(p)""",
                    Map.of(
                            "customer", "c" + order % 12,
                            "order", "o" + order,
                            "products", List.copyOf(lines)));
        }
        if (!plain) {
            rows("MATCH (c:Customer)-[r:PURCHASED]->(p:Product {id: 'p0'}) WITH c, r, p LIMIT 3 "
                    + "CREATE (c)-[:PURCHASED {orderId: r.orderId, at: r.at}]->(p)");
        }
        return orders;
    }
}
