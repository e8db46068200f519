package org.cartograph.graph;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransientFailureException;

/** Write transactions that are tried again when they met another writer. */
public final class Transactions {
    private static final int TRIES = 10;
    private static final long FIRST_PAUSE_NANOS = 5_000_000;

    private Transactions() {}

    /**
     * Runs and commits {@code work} in a transaction of its own, again from the start after a deadlock or another
     * passing failure.
     *
     * @throws TransientFailureException when it did not pass after {@value #TRIES} tries
     */
    public static void write(GraphDatabaseService database, Consumer<Transaction> work) {
        for (int tried = 1; ; tried++) {
            try (Transaction transaction = database.beginTx()) {
                work.accept(transaction);
                transaction.commit();
                return;
            } catch (TransientFailureException passing) {
                if (tried == TRIES) {
                    throw passing;
                }
                LockSupport.parkNanos(FIRST_PAUSE_NANOS << tried);
            }
        }
    }
}
