package org.cartograph.model;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cartograph.bench.Figures;
import org.cartograph.bench.MarkdownTable;
import org.cartograph.facts.Facts;
import org.cartograph.facts.FactsMemory;
import org.cartograph.facts.HeldFacts;
import org.cartograph.facts.Purchases;
import org.cartograph.graph.Family;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NeighbourStore;
import org.cartograph.graph.NodeIds;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.logging.NullLog;

/**
 * What a refresh costs in a shop that goes on selling, and how long a committed order takes to be in the edges.
 *
 * <p>{@code ./mvnw -q -Pbench -pl procedures test-compile exec:exec@refresh -Dbench.home=DIR}, where DIR is a copy of the
 * home of a database with a loaded shop. New orders have the products of orders that are there, and come from customers
 * that are there or, one in five, from new ones; each is a transaction of its own. Freshness does not count the time
 * until somebody calls the refresh.
 */
public final class RefreshBenchmark {
    private static final int ROUNDS = 40;
    private static final int WARM_UP = 5;
    private static final int ORDERS_A_ROUND = 100;
    private static final int SINGLE_ROWS = 100;

    private final GraphDatabaseService database;
    private final Random random = new Random(7);
    private final Map<String, Figures> figures = new TreeMap<>();
    /** No id of an earlier run comes again. */
    private final String run = "bench" + System.currentTimeMillis() + "-";

    private int orders;

    private RefreshBenchmark(GraphDatabaseService database) {
        this.database = database;
    }

    /** Runs the benchmark on the home that is the first argument. */
    public static void main(String[] arguments) {
        DatabaseManagementService server = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
                .setConfig(GraphDatabaseSettings.pagecache_memory, 1500L << 20)
                .build();
        try {
            new RefreshBenchmark(server.database("neo4j")).run();
        } finally {
            server.shutdown();
        }
    }

    private void run() {
        BuildReport build = build();
        HeldFacts held = held(build);
        System.out.printf(
                Locale.ROOT,
                "%,d purchases, %,d products, %,d orders, %,d customers; held: %,d MB%n",
                build.purchases(),
                build.products(),
                build.orders(),
                build.customers(),
                held.bytes() >> 20);
        singleRows(held.purchases());
        FactsMemory.forget(database);
        measure("reading the shop after a restart", refresh().catchUpMillis());
        for (int round = 0; round < 20; round++) {
            long start = System.nanoTime();
            refresh();
            measure("a refresh when nothing happened", (System.nanoTime() - start) / 1e6);
        }
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            round(held(build), round >= WARM_UP);
        }
        MarkdownTable table = new MarkdownTable("", "p50", "p99");
        figures.forEach(
                (name, values) -> table.row(name, number(values.percentile(50)), number(values.percentile(99))));
        table.print();
    }

    private BuildReport build() {
        long start = System.nanoTime();
        try (Transaction caller = database.beginTx()) {
            BuildReport report = new ModelBuild(database, NullLog.getInstance())
                    .run(caller, BuildSettings.of(Map.of(), Map.of()), () -> {});
            measure("a full build", (System.nanoTime() - start) / 1e6);
            report.families().forEach(System.out::println);
            return report;
        }
    }

    private HeldFacts held(BuildReport build) {
        return FactsMemory.of(database, build.modelId()).orElseThrow();
    }

    private RefreshReport refresh() {
        try (Transaction caller = database.beginTx()) {
            return new Refresh(database, NullLog.getInstance()).run(caller, RefreshSettings.of(Map.of()), () -> {});
        }
    }

    /** Rows one by one, each with nothing that another has computed before; of any product, because 5 % come to all alike. */
    private void singleRows(Purchases purchases) {
        Facts facts = Facts.of(purchases);
        for (Family family : List.of(Family.BOUGHT_TOGETHER, Family.BOUGHT_NEXT, Family.ALSO_BOUGHT)) {
            for (String part : family == Family.BOUGHT_NEXT ? List.of("walk") : List.of("walk", "walk and ridge")) {
                BuildSettings settings =
                        BuildSettings.of(part.equals("walk") ? Map.of("ridgeNeighbours", 0L) : Map.of(), Map.of());
                for (int row = 0; row < SINGLE_ROWS; row++) {
                    FamilyRows rows = new FamilyRows(facts, family, settings);
                    int product = random.nextInt(purchases.products().size());
                    long start = System.nanoTime();
                    rows.row(product);
                    measure("one row of " + family + ", " + part, (System.nanoTime() - start) / 1e6);
                }
            }
        }
    }

    private void round(HeldFacts held, boolean counts) {
        Map<Long, Instant> soldAt = new TreeMap<>();
        for (int order = 0; order < ORDERS_A_ROUND; order++) {
            sell(held.purchases()).forEach(product -> soldAt.put(product, Instant.now()));
        }
        Instant begin = Instant.now();
        long start = System.nanoTime();
        RefreshReport report = refresh();
        double millis = (System.nanoTime() - start) / 1e6;
        if (!counts) {
            return;
        }
        measure("a refresh after " + ORDERS_A_ROUND + " orders", millis);
        measure("… finding and reading what changed", report.catchUpMillis());
        measure("… computing rows", report.learnMillis());
        measure("… writing rows", report.writeMillis());
        measure("… products changed (number)", report.changedProducts());
        measure("… products refreshed (number)", report.refreshedProducts());
        measure("… customers read (number)", report.caughtUpCustomers());
        measure("… edges written (number)", report.created() + report.updated() + report.deleted());
        freshness(soldAt, begin);
    }

    private void freshness(Map<Long, Instant> soldAt, Instant begin) {
        try (Transaction transaction = database.beginTx()) {
            soldAt.forEach((product, at) -> {
                Instant rowsAt =
                        Instants.of(NodeIds.node(transaction, product).getProperty(NeighbourStore.ROWS_AT, ""));
                if (rowsAt != null && rowsAt.isAfter(begin)) {
                    measure("from the commit of an order to its edges", (rowsAt.toEpochMilli() - at.toEpochMilli()));
                }
            });
        }
    }

    private List<Long> sell(Purchases purchases) {
        List<Long> sold = new ArrayList<>();
        try (Transaction transaction = database.beginTx()) {
            Node customer = random.nextInt(5) == 0
                    ? transaction.createNode(GraphModel.CUSTOMER)
                    : NodeIds.node(transaction, purchases.customers()[random.nextInt(purchases.customers().length)]);
            customer.setProperty("id", customer.getProperty("id", run + orders));
            for (int product : basket(purchases)) {
                long node = purchases.products().nodes()[product];
                Relationship line =
                        customer.createRelationshipTo(NodeIds.node(transaction, node), GraphModel.PURCHASED);
                line.setProperty("orderId", run + orders);
                line.setProperty("at", Instant.now().atZone(ZoneOffset.UTC));
                sold.add(node);
            }
            orders++;
            transaction.commit();
        }
        return sold;
    }

    private int[] basket(Purchases purchases) {
        int basket = random.nextInt(purchases.orders().count());
        int[] products = new int[purchases.orders().size(basket)];
        purchases.orders().copyProducts(basket, basket + 1, products, 0);
        return products;
    }

    private void measure(String name, double value) {
        figures.computeIfAbsent(name, key -> new Figures()).add(value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
    }
}
