package org.cartograph.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cartograph.settings.Settings;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/**
 * Notices a caller who already holds locks.
 *
 * <p>What a build, or whatever else works for long, writes it writes in transactions of its own; would the caller's transaction have written before, both would wait for
 * each other, and Neo4j cannot see it, because the caller waits outside of the lock manager. The transaction is found
 * among the running ones by a mark in its metadata.
 */
public final class CallerLocks {
    private static final String MARK = "cartographBuild";

    private CallerLocks() {}

    /**
     * Refuses a caller who holds locks.
     *
     * @param procedure what was called
     * @throws IllegalStateException with a sentence for the caller
     */
    public static void refuse(Transaction caller, String procedure) {
        String mark = UUID.randomUUID().toString();
        Map<String, Object> own = metaData(caller);
        Map<String, Object> marked = new HashMap<>(own);
        marked.put(MARK, mark);
        setMetaData(caller, marked);
        long held = SingleNumber.of(
                caller,
                "SHOW TRANSACTIONS YIELD metaData, activeLockCount WHERE metaData." + MARK + " = $mark "
                        + "RETURN sum(activeLockCount) AS number",
                Map.of("mark", mark));
        setMetaData(caller, own);
        if (held > 0) {
            throw new IllegalStateException("`" + procedure
                    + "` writes in transactions of its own and must be called in a transaction of its own, but this one "
                    + "already holds " + held
                    + " locks; commit it first (in Neo4j Browser or cypher-shell: `:auto CALL "
                    + procedure + "()` as a statement by itself).");
        }
    }

    private static Map<String, Object> metaData(Transaction caller) {
        try (Result result = caller.execute("CALL tx.getMetaData() YIELD metadata RETURN metadata")) {
            return result.next().get("metadata") instanceof Map<?, ?> metaData
                    ? Settings.stringKeyed(metaData)
                    : Map.of();
        }
    }

    private static void setMetaData(Transaction caller, Map<String, Object> metaData) {
        caller.execute("CALL tx.setMetaData($data)", Map.of("data", metaData)).close();
    }
}
