package org.cartograph.facts;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * The facts that this server keeps for each of its databases, so that a refresh need not read the shop again.
 *
 * <p>They belong to one model: another one forgets them. After a restart there are none, and the first refresh reads.
 */
public final class FactsMemory {
    // By name: a procedure gets another GraphDatabaseService object in each call.
    private static final Map<String, HeldFacts> HELD = new ConcurrentHashMap<>();

    private FactsMemory() {}

    /** The facts kept for a model, if any. */
    public static Optional<HeldFacts> of(GraphDatabaseService database, String modelId) {
        return Optional.ofNullable(HELD.get(database.databaseName()))
                .filter(held -> held.modelId().equals(modelId));
    }

    /** Heap that the facts kept for a model take. */
    public static long bytes(GraphDatabaseService database, String modelId) {
        return of(database, modelId).map(HeldFacts::bytes).orElse(0L);
    }

    /** Keeps facts in the place of those before. */
    public static void keep(GraphDatabaseService database, HeldFacts facts) {
        HELD.put(database.databaseName(), facts);
    }

    /** Lets the facts of a database go. */
    public static void forget(GraphDatabaseService database) {
        HELD.remove(database.databaseName());
    }
}
