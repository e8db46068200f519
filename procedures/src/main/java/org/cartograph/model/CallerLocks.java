package org.cartograph.model;

import java.util.Map;
import java.util.UUID;
import org.cartograph.graph.SingleNumber;
import org.neo4j.graphdb.Transaction;

/**
 * Notices a caller who already holds locks.
 *
 * <p>A build writes in transactions of its own; would the caller's transaction have written before, both would wait for
 * each other, and Neo4j cannot see it, because the caller waits outside of the lock manager. The transaction is found
 * among the running ones by a mark in its metadata.
 */
final class CallerLocks {
    private CallerLocks() {}

    static void refuse(Transaction caller, String procedure) {
        String mark = UUID.randomUUID().toString();
        caller.execute("CALL tx.setMetaData({cartograph: $mark})", Map.of("mark", mark))
                .close();
        long held = SingleNumber.of(
                caller,
                "SHOW TRANSACTIONS YIELD metaData, activeLockCount WHERE metaData.cartograph = $mark "
                        + "RETURN sum(activeLockCount) AS number",
                Map.of("mark", mark));
        if (held > 0) {
            throw new IllegalStateException("`" + procedure
                    + "` writes in transactions of its own and must be called in a transaction of its own, but this one "
                    + "already holds " + held
                    + " locks; commit it first (in Neo4j Browser or cypher-shell: `:auto CALL "
                    + procedure + "()` as a statement by itself).");
        }
    }
}
