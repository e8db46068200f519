package org.cartograph.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.neo4j.graphdb.GraphDatabaseService;

/** Which databases of this server have a build, drop or refresh running: one at a time each. */
public final class BuildRegistry {
    // By name: a procedure gets another GraphDatabaseService object in each call.
    private static final Map<String, BuildProgress> RUNNING = new ConcurrentHashMap<>();

    private static final long POLL_NANOS = 5_000_000;

    private BuildRegistry() {}

    /** Takes the place of the one build, waiting for a refresh to end, or says who has it. */
    static void enter(GraphDatabaseService database, BuildProgress progress, Runnable terminationCheck) {
        BuildProgress other = RUNNING.putIfAbsent(database.databaseName(), progress);
        while (other != null && other.askToEnd()) {
            terminationCheck.run();
            LockSupport.parkNanos(POLL_NANOS);
            other = RUNNING.putIfAbsent(database.databaseName(), progress);
        }
        if (other != null) {
            BuildProgress.Snapshot running = other.snapshot();
            throw new IllegalStateException(
                    "A build is already running on database '" + database.databaseName()
                            + "': " + running.phase() + ", " + running.done() + " of " + running.total()
                            + ", since " + running.startedAt()
                            + ". Wait for it, or stop it with TERMINATE TRANSACTION; CALL cartograph.model.progress() shows it.");
        }
    }

    /** Takes the place of the one build if it is free, or tells who has it. */
    static Optional<BuildProgress.Snapshot> tryEnter(GraphDatabaseService database, BuildProgress progress) {
        return Optional.ofNullable(RUNNING.putIfAbsent(database.databaseName(), progress))
                .map(BuildProgress::snapshot);
    }

    static void leave(GraphDatabaseService database) {
        RUNNING.remove(database.databaseName());
    }

    /** The build that runs now, if any. */
    public static Optional<BuildProgress.Snapshot> running(GraphDatabaseService database) {
        return Optional.ofNullable(RUNNING.get(database.databaseName())).map(BuildProgress::snapshot);
    }
}
