package org.cartograph.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.cartograph.load.columns.Columns;
import org.cartograph.load.columns.FileKind;
import org.cartograph.load.csv.CsvFile;
import org.cartograph.load.csv.CsvRow;
import org.cartograph.load.graph.Schema;
import org.cartograph.load.rows.OrderRow;
import org.cartograph.load.rows.OrderRows;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/**
 * How fast are order lines loaded, against a bare driver that only creates the same relationships? The bare driver's rows are parsed, its customers and
 * products exist before its clock starts; the load's clock covers everything from opening the file.
 *
 * <p>Arguments: the order file; optionally the address and password of a server that may be wiped, otherwise one is started in this JVM.
 */
public final class LoadBenchmark {

    private static final int ROUNDS = 3;
    private static final int BATCH = LoadOptions.STANDARD_BATCH;
    private static final double NANOS = 1e9;
    private static final String BARE = """
            UNWIND $rows AS row
            MATCH (c:Customer {id: row.customerId})
            MATCH (p:Product {id: row.productId})
            CREATE (c)-[:PURCHASED {orderId: row.orderId, at: row.at, quantity: row.quantity, unitPrice: row.unitPrice}]->(p)
            """;

    private LoadBenchmark() {}

    /** Prints the table. */
    public static void main(String[] arguments) {
        Path orders = Path.of(arguments[0]);
        if (!Files.exists(orders)) {
            System.out.println("There is no " + orders + ": nothing to measure.");
            return;
        }
        if (arguments.length > 1) {
            AuthToken token = arguments.length > 2 ? AuthTokens.basic("neo4j", arguments[2]) : AuthTokens.none();
            try (Driver driver = GraphDatabase.driver(arguments[1], token)) {
                measure(driver, orders);
            }
            return;
        }
        try (Neo4j server =
                        Neo4jBuilders.newInProcessBuilder().withDisabledServer().build();
                Driver driver = GraphDatabase.driver(server.boltURI(), AuthTokens.none())) {
            measure(driver, orders);
        }
    }

    private static void measure(Driver driver, Path orders) {
        List<Map<String, Object>> rows = rows(orders);
        System.out.printf("%,d order lines, median of %d rounds after one to warm up%n", rows.size(), ROUNDS);
        List<Cost> bare = new ArrayList<>();
        List<Cost> load = new ArrayList<>();
        List<Cost> again = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Cost bareCost = bare(driver, rows);
            wipe(driver);
            Cost loadCost = load(driver, orders);
            Cost againCost = load(driver, orders);
            System.out.printf("  round %d: bare %s, load %s%n", round, bareCost, loadCost);
            if (round > 0) {
                bare.add(bareCost);
                load.add(loadCost);
                again.add(againCost);
            }
        }
        System.out.printf("%n| what | lines/s | of bare | CPU of bare |%n|---|---|---|---|%n");
        row("bare driver, UNWIND … CREATE", rows.size(), bare, bare);
        row("load: checks, orders, rejects", rows.size(), load, bare);
        row("the same file again, nothing to do", rows.size(), again, bare);
    }

    private static void row(String what, int lines, List<Cost> costs, List<Cost> bare) {
        double seconds = median(costs, Cost::seconds);
        System.out.printf(
                "| %s | %,.0f | %.0f %% | %.0f %% |%n",
                what,
                lines / seconds,
                100 * median(bare, Cost::seconds) / seconds,
                100 * median(costs, Cost::cpuSeconds) / median(bare, Cost::cpuSeconds));
    }

    /** What a load took; the CPU time is this JVM's, and that of the server only where it runs in it. */
    private record Cost(double seconds, double cpuSeconds) {

        static Cost of(Runnable work) {
            OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            long cpu = system.getProcessCpuTime();
            long start = System.nanoTime();
            work.run();
            return new Cost((System.nanoTime() - start) / NANOS, (system.getProcessCpuTime() - cpu) / NANOS);
        }

        @Override
        public String toString() {
            return "%.1f s (CPU %.1f s)".formatted(seconds, cpuSeconds);
        }
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> what) {
        return costs.stream().mapToDouble(what).sorted().toArray()[costs.size() / 2];
    }

    private static Cost bare(Driver driver, List<Map<String, Object>> rows) {
        wipe(driver);
        Set<Object> customers = new HashSet<>();
        Set<Object> products = new HashSet<>();
        rows.forEach(row -> {
            customers.add(row.get("customerId"));
            products.add(row.get("productId"));
        });
        try (Session session = driver.session()) {
            Schema.install(session);
            session.run("UNWIND $ids AS id CREATE (:Customer {id: id})", Map.of("ids", List.copyOf(customers)))
                    .consume();
            session.run("UNWIND $ids AS id CREATE (:Product {id: id})", Map.of("ids", List.copyOf(products)))
                    .consume();
            return Cost.of(() -> {
                for (int from = 0; from < rows.size(); from += BATCH) {
                    List<Map<String, Object>> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
                    session.executeWriteWithoutResult(transaction ->
                            transaction.run(BARE, Map.of("rows", batch)).consume());
                }
            });
        }
    }

    private static Cost load(Driver driver, Path orders) {
        return Cost.of(() -> new Loader(driver, LoadOptions.standard(), Progress.silent())
                .load(new LoadFiles(null, orders, null, null, null)));
    }

    private static void wipe(Driver driver) {
        try (Session session = driver.session()) {
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 500 ROWS")
                    .consume();
        }
    }

    private static List<Map<String, Object>> rows(Path orders) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (CsvFile file = CsvFile.open(orders)) {
            OrderRows reader = new OrderRows(
                    Columns.of(FileKind.ORDERS, orders, file.header()),
                    LoadOptions.standard().zone());
            for (CsvRow row = file.next(); row != null; row = file.next()) {
                rows.add(parameters(reader.read(row.fields())));
            }
        }
        return rows;
    }

    private static Map<String, Object> parameters(OrderRow row) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("customerId", row.customerId() == null ? "guest:" + row.orderId() : row.customerId());
        parameters.put("productId", row.line().productId());
        parameters.put("orderId", row.orderId());
        parameters.put("at", row.at());
        parameters.put("quantity", row.line().quantity().longValue());
        parameters.put(
                "unitPrice",
                row.line().unitPrice() == null ? null : row.line().unitPrice().doubleValue());
        return parameters;
    }
}
