package org.cartograph.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.cartograph.fixture.OnlineRetail;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

/**
 * A five-product cart through {@code cartograph.recommend} against the Cypher an analyst would write for it, over Bolt.
 *
 * <p>{@code ./mvnw -q -Pbench -pl procedures test-compile exec:exec@cart}
 *
 * <p>The carts are five products each of 200 real orders. Either side returns ten products. {@code RETURN 1} is what the
 * way to the server and back costs.
 */
public final class CartBenchmark {
    private static final int CARTS = 200;
    private static final int CART_SIZE = 5;
    private static final int WARM_UP = 10;
    /** The fast statements are asked this many times for each cart, in blocks of carts that alternate with the slow. */
    private static final int TIMES = 10;

    private static final int BLOCK = 20;

    private static final String PLAIN = """
            MATCH (seed:Product)<-[:PURCHASED]-(:Customer)-[:PURCHASED]->(other:Product)
            WHERE seed.id IN $products AND NOT other.id IN $products
            RETURN other.id AS product, count(*) AS together
            ORDER BY together DESC LIMIT 10
            """;
    private static final String RECOMMEND = "CALL cartograph.recommend('cart', {products: $products, limit: 10})";
    private static final String NOTHING = "RETURN 1";

    private final Session session;

    private CartBenchmark(Session session) {
        this.session = session;
    }

    /** Runs the benchmark and prints its table. */
    public static void main(String[] arguments) {
        OnlineRetail.orders().ifPresent(orders -> {
            try (BenchServer server = new BenchServer()) {
                server.add(orders);
                server.rows("CALL cartograph.model.build({})", Map.of());
                try (Driver driver = GraphDatabase.driver(server.bolt());
                        Session session = driver.session()) {
                    new CartBenchmark(session).run(carts(orders));
                }
            }
        });
    }

    private static List<List<String>> carts(List<OnlineRetail.Order> orders) {
        Random random = new Random(7);
        List<OnlineRetail.Order> large = new ArrayList<>(orders.stream()
                .filter(order -> order.lines().size() >= CART_SIZE)
                .toList());
        Collections.shuffle(large, random);
        List<List<String>> carts = new ArrayList<>();
        for (OnlineRetail.Order order : large.subList(0, CARTS)) {
            List<String> products = new ArrayList<>(
                    order.lines().stream().map(OnlineRetail.Line::product).toList());
            Collections.shuffle(products, random);
            carts.add(List.copyOf(products.subList(0, CART_SIZE)));
        }
        return carts;
    }

    private void run(List<List<String>> carts) {
        ask(PLAIN, carts.subList(0, WARM_UP), 1, new Figures());
        ask(RECOMMEND, carts, WARM_UP, new Figures());
        ask(NOTHING, carts, WARM_UP, new Figures());
        Figures plain = new Figures();
        Figures recommend = new Figures();
        Figures nothing = new Figures();
        for (int from = 0; from < carts.size(); from += BLOCK) {
            List<List<String>> block = carts.subList(from, Math.min(carts.size(), from + BLOCK));
            ask(PLAIN, block, 1, plain);
            ask(RECOMMEND, block, TIMES, recommend);
            ask(NOTHING, block, TIMES, nothing);
        }
        new MarkdownTable("a cart of five, over Bolt", "p50 (ms)", "p99 (ms)")
                .row("plain Cypher", millis(plain.percentile(50)), millis(plain.percentile(99)))
                .row("cartograph.recommend", millis(recommend.percentile(50)), millis(recommend.percentile(99)))
                .row("RETURN 1", millis(nothing.percentile(50)), millis(nothing.percentile(99)))
                .row("plain / recommend", ratio(plain, recommend, 50), ratio(plain, recommend, 99))
                .print();
    }

    private void ask(String statement, List<List<String>> carts, int times, Figures into) {
        for (int time = 0; time < times; time++) {
            for (List<String> cart : carts) {
                long start = System.nanoTime();
                session.run(statement, Map.of("products", cart)).list();
                into.add((System.nanoTime() - start) / 1e6);
            }
        }
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    private static String ratio(Figures slow, Figures fast, double percent) {
        return String.format(Locale.ROOT, "%.0f×", slow.percentile(percent) / fast.percentile(percent));
    }
}
