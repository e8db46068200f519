package org.cartograph.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.neo4j.graphdb.GraphDatabaseService;

/** Which databases of this server have a build running: one at a time each. */
public final class BuildRegistry {
    // By name: a procedure gets another GraphDatabaseService object in each call.
    private static final Map<String, BuildProgress> RUNNING = new ConcurrentHashMap<>();

    private BuildRegistry() {}

    /** Takes the place of the one build, or says who has it. */
    static void enter(GraphDatabaseService database, BuildProgress progress) {
        BuildProgress other = RUNNING.putIfAbsent(database.databaseName(), progress);
        if (other != null) {
            BuildProgress.Snapshot running = other.snapshot();
            throw new IllegalStateException(
                    "A build is already running on database '" + database.databaseName()
                            + "': " + running.phase() + ", " + running.done() + " of " + running.total()
                            + ", since " + running.startedAt()
                            + ". Wait for it, or stop it with TERMINATE TRANSACTION; CALL cartograph.model.progress() shows it.");
        }
    }

    static void leave(GraphDatabaseService database) {
        RUNNING.remove(database.databaseName());
    }

    /** The build that runs now, if any. */
    public static Optional<BuildProgress.Snapshot> running(GraphDatabaseService database) {
        return Optional.ofNullable(RUNNING.get(database.databaseName())).map(BuildProgress::snapshot);
    }
}
