package org.cartograph.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Pages that the visitors of a loaded shop ask for: a product and its four boxes, a cart of ten and its boxes, for
 * customers who bought two hundred times.
 *
 * <p>Products are drawn as often as they are bought. The customers are invented, the same in each run: forty orders of
 * five, a week apart, the last of them six weeks ago.
 */
final class PageRequests {
    private static final int PAGES = 200;
    private static final int CART = 10;
    private static final int CUSTOMERS = 20;
    private static final int ORDERS = 40;
    private static final int LINES = 5;

    private static final String BUY = """
            UNWIND $lines AS line
            MERGE (c:Customer {id: line.customer})
            WITH c, line
            MATCH (p:Product {id: line.product})
            CREATE (c)-[:PURCHASED {orderId: line.order, at: datetime() - duration({days: line.days}), quantity: 1}]->(p)
            """;

    private final HomeServer server;
    private final Random random = new Random(7);
    private final List<String> products;

    PageRequests(HomeServer server) {
        this.server = server;
        this.products = server
                .rows(
                        "MATCH (p:Product) UNWIND range(1, COUNT {(p)<-[:PURCHASED]-()}) AS n RETURN p.id AS id",
                        Map.of())
                .stream()
                .map(row -> String.valueOf(row.get("id")))
                .toList();
    }

    /** Builds the model where there is none, and lets the customers buy where they have not. */
    void prepare() {
        if (server.rows("MATCH (c:Customer {id: 'bench-0'}) RETURN c", Map.of()).isEmpty()) {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                server.rows(BUY, Map.of("lines", history("bench-" + customer)));
            }
        }
        if (server.rows("MATCH (m:Model) RETURN m", Map.of()).isEmpty()) {
            server.rows("CALL cartograph.model.build({})", Map.of());
        }
    }

    private List<Map<String, Object>> history(String customer) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            for (String product : draw(LINES)) {
                lines.add(Map.of(
                        "customer",
                        customer,
                        "order",
                        customer + "-" + order,
                        "product",
                        product,
                        "days",
                        42 + 7 * order));
            }
        }
        return lines;
    }

    private List<String> draw(int size) {
        return random.ints(0, products.size())
                .mapToObj(products::get)
                .distinct()
                .limit(size)
                .toList();
    }

    /** One seed each. */
    List<Map<String, Object>> productPages() {
        return pages(request -> request.put("products", draw(1)));
    }

    /** Ten products each, and a customer with a history. */
    List<Map<String, Object>> cartPages() {
        return pages(request -> {
            request.put("products", draw(CART));
            request.put("customerId", "bench-" + random.nextInt(CUSTOMERS));
        });
    }

    /** A customer with a history. */
    List<Map<String, Object>> homePages() {
        return pages(request -> request.put("customerId", "bench-" + random.nextInt(CUSTOMERS)));
    }

    private interface Fill {
        void into(Map<String, Object> request);
    }

    private static List<Map<String, Object>> pages(Fill fill) {
        List<Map<String, Object>> pages = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            Map<String, Object> request = new TreeMap<>();
            fill.into(request);
            pages.add(request);
        }
        return pages;
    }
}
