package org.cartograph.facts;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.SingleNumber;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Brings held facts up to what the graph says now, whoever wrote to it, reading only the customers who are concerned.
 *
 * <p>It looks at every product, then at the customers of those that changed, and reads these customers whole. Afterwards
 * each product must have as many purchases as the graph says: where it has not, as many came as went, and its customers
 * are looked at too. When more than a quarter of all would have to be read, or when products are gone, everything is
 * read anew, with several threads.
 */
public final class CatchUp {
    private static final int MOST_ROUNDS = 3;
    /** So few customers are never worth reading all. */
    private static final int FEW = 100;

    private final GraphDatabaseService database;
    private final int threads;
    private final Runnable terminationCheck;

    /**
     * A catching-up in one database.
     *
     * @param threads how many read when everything has to be read
     * @param terminationCheck throws when the caller wants no result any more
     */
    public CatchUp(GraphDatabaseService database, int threads, Runnable terminationCheck) {
        this.database = database;
        this.threads = threads;
        this.terminationCheck = terminationCheck;
    }

    /**
     * Facts as they are now, and what it took.
     *
     * @param changedProducts products whose number of purchases or mark changed
     * @param customers customers who were read
     * @param whole whether everything was read anew
     */
    public record CaughtUp(HeldFacts facts, int changedProducts, int customers, boolean whole) {
        private CaughtUp after(CaughtUp first) {
            return new CaughtUp(facts, first.changedProducts, first.customers + customers, whole);
        }
    }

    /** Reads everything. */
    public CaughtUp load(String modelId, int longestHistory) {
        ProductMarks marks;
        try (Transaction transaction = database.beginTx()) {
            marks = ProductMarks.read(transaction);
        }
        return load(modelId, new ReadingScope(true, longestHistory), marks);
    }

    private CaughtUp load(String modelId, ReadingScope scope, ProductMarks marks) {
        try (Workers workers = new Workers(threads, terminationCheck)) {
            Purchases purchases = new PurchaseReader(database, scope, workers).read(marks.products());
            HeldFacts facts = new HeldFacts(modelId, scope, purchases, marks);
            return new CaughtUp(facts, marks.lines().length, purchases.customers().length, true);
        }
    }

    /** Brings facts up to date; the given ones stay as they are. */
    public CaughtUp from(HeldFacts held) {
        ProductMarks now;
        try (Transaction transaction = database.beginTx()) {
            now = ProductMarks.read(transaction);
            if (now.products().continues(held.marks().products())) {
                CaughtUp caughtUp = all(transaction, held, now);
                if (!caughtUp.whole()) {
                    return caughtUp;
                }
            }
        }
        return load(held.modelId(), held.scope(), now);
    }

    private CaughtUp all(Transaction transaction, HeldFacts held, ProductMarks now) {
        CaughtUp caughtUp = step(transaction, held, held.marks().changedIn(now), now);
        for (int round = 1; round < MOST_ROUNDS && !caughtUp.whole(); round++) {
            int[] doubtful = doubtful(held, caughtUp.facts());
            if (doubtful.length == 0) {
                break;
            }
            caughtUp = step(transaction, caughtUp.facts(), doubtful, now).after(caughtUp);
        }
        return caughtUp;
    }

    /** Products of which as many purchases came as went, so that only now they do not add up. */
    private static int[] doubtful(HeldFacts before, HeldFacts after) {
        return IntStream.range(0, after.marks().lines().length)
                .filter(product -> after.missing(product) != 0 && after.missing(product) != before.missing(product))
                .toArray();
    }

    /** Reads those concerned by a change of some products; says {@code whole} when they are too many. */
    private CaughtUp step(Transaction transaction, HeldFacts held, int[] changed, ProductMarks now) {
        ConcernedCustomers concerned = new ConcernedCustomers(transaction, held);
        int most = Math.max(FEW, held.purchases().customers().length / 4);
        for (int product : changed) {
            terminationCheck.run();
            concerned.add(product, now);
            if (concerned.nodes().size() > most) {
                return new CaughtUp(held, changed.length, 0, true);
            }
        }
        addWhoCameOrLeft(transaction, held, concerned.nodes());
        Purchases purchases = read(transaction, held, concerned.nodes(), now.products());
        HeldFacts facts = new HeldFacts(held.modelId(), held.scope(), purchases, now);
        return new CaughtUp(facts, changed.length, concerned.nodes().size(), false);
    }

    private Purchases read(Transaction transaction, HeldFacts held, Set<Long> concerned, ProductIndex products) {
        if (concerned.isEmpty() && products.size() == held.marks().products().size()) {
            return held.purchases();
        }
        CustomerLines lines = new CustomerLines(products);
        PurchaseChunk chunk = new PurchaseChunk();
        for (long node : concerned) {
            terminationCheck.run();
            readCustomer(transaction, held.scope(), lines, node, chunk);
        }
        return new PurchasePatch(held.purchases(), held.scope().longestHistory())
                .apply(ascending(concerned), chunk, products);
    }

    private static void readCustomer(
            Transaction transaction, ReadingScope scope, CustomerLines lines, long node, PurchaseChunk chunk) {
        try {
            Node customer = NodeIds.node(transaction, node);
            if (customer.hasLabel(GraphModel.CUSTOMER)) {
                PurchaseReader.readCustomer(scope, lines, customer, chunk);
            }
        } catch (NotFoundException gone) {
            // Then the merge finds nobody to put in the place.
        }
    }

    /** Adds customers without purchases who came or left: the database's own count says whether there are any. */
    private static void addWhoCameOrLeft(Transaction transaction, HeldFacts held, Set<Long> concerned) {
        long[] before = held.purchases().customers();
        long expected = before.length;
        for (long node : concerned) {
            expected += isCustomer(transaction, node) ? 1 : 0;
            expected -= Arrays.binarySearch(before, node) >= 0 ? 1 : 0;
        }
        if (SingleNumber.of(transaction, "MATCH (c:Customer) RETURN count(c) AS number", Map.of()) != expected) {
            try (ResourceIterator<Node> customers = transaction.findNodes(GraphModel.CUSTOMER)) {
                long[] now = customers.stream().mapToLong(NodeIds::of).sorted().toArray();
                ConcernedCustomers.addDifferences(before, now, concerned);
            }
        }
    }

    private static boolean isCustomer(Transaction transaction, long node) {
        try {
            return NodeIds.node(transaction, node).hasLabel(GraphModel.CUSTOMER);
        } catch (NotFoundException gone) {
            return false;
        }
    }

    private static long[] ascending(Set<Long> nodes) {
        return nodes.stream().mapToLong(node -> node).sorted().toArray();
    }
}
