package org.cartograph.facts;

import java.util.List;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Reads every purchase once, with several threads, each in a transaction of its own.
 *
 * <p>Each thread walks all customers and takes those whose node falls to it; walking is cheap beside reading the
 * relationships, and a customer who arrives meanwhile is seen by one thread or by none, never by two.
 */
public final class PurchaseReader {
    /** Neighbouring nodes lie on the same page, so they go to the same thread. */
    private static final int BLOCK_BITS = 6;

    private final GraphDatabaseService database;
    private final ReadingScope scope;
    private final Workers workers;

    /** A reader that reads with as many threads as there are workers. */
    public PurchaseReader(GraphDatabaseService database, ReadingScope scope, Workers workers) {
        this.database = database;
        this.scope = scope;
        this.workers = workers;
    }

    /** Reads the shop as it stands; what is committed meanwhile may be seen or not. */
    public Purchases read() {
        try (Transaction transaction = database.beginTx()) {
            return read(ProductIndex.read(transaction));
        }
    }

    /** Reads the purchases of these products alone. */
    public Purchases read(ProductIndex index) {
        List<PurchaseChunk> chunks = workers.all(thread -> readPart(index, thread));
        return PurchaseMerge.of(index, chunks);
    }

    private PurchaseChunk readPart(ProductIndex index, int thread) {
        PurchaseChunk chunk = new PurchaseChunk();
        CustomerLines lines = new CustomerLines(index);
        try (Transaction transaction = database.beginTx();
                ResourceIterator<Node> customers = transaction.findNodes(GraphModel.CUSTOMER)) {
            while (customers.hasNext()) {
                Node customer = customers.next();
                long node = NodeIds.of(customer);
                if ((node >>> BLOCK_BITS) % workers.count() == thread) {
                    workers.checkpoint();
                    readCustomer(scope, lines, customer, chunk);
                }
            }
        }
        return chunk;
    }

    /** Adds one customer to a chunk. */
    static void readCustomer(ReadingScope scope, CustomerLines lines, Node customer, PurchaseChunk chunk) {
        long node = NodeIds.of(customer);
        int longest = scope.longestHistory();
        if (scope.orders()) {
            chunk.add(node, lines.orders(customer), longest);
        } else {
            CustomerLines.History history = lines.history(customer, longest);
            chunk.add(node, List.of(), history.products(), history.purchases(), longest);
        }
        chunk.highestLine(lines.highestLine());
    }
}
