package org.cartograph.graph;

import java.util.Map;
import java.util.UUID;
import org.neo4j.graphdb.Transaction;

/**
 * Notices a caller who already holds locks.
 *
 * <p>What a build, or whatever else works for long, writes it writes in transactions of its own; would the caller's transaction have written before, both would wait for
 * each other, and Neo4j cannot see it, because the caller waits outside of the lock manager. The transaction is found
 * among the running ones by the parameter of the very query that looks for it. (A mark in its metadata would do as well,
 * but {@code tx.setMetaData} looks at all other transactions, and fails when one of them has just ended.)
 */
public final class CallerLocks {
    private static final String HELD =
            "SHOW TRANSACTIONS YIELD parameters, activeLockCount WHERE parameters.mark = $mark "
                    + "RETURN sum(activeLockCount) AS number";

    private CallerLocks() {}

    /**
     * Refuses a caller who holds locks.
     *
     * @param procedure what was called
     * @throws IllegalStateException with a sentence for the caller
     */
    public static void refuse(Transaction caller, String procedure) {
        long held =
                SingleNumber.of(caller, HELD, Map.of("mark", UUID.randomUUID().toString()));
        if (held > 0) {
            throw new IllegalStateException("`" + procedure
                    + "` writes in transactions of its own and must be called in a transaction of its own, but this one "
                    + "already holds " + held
                    + " locks; commit it first, and call it by itself (in Neo4j Browser with `:auto` before CALL, in "
                    + "cypher-shell outside of `:begin`).");
        }
    }
}
