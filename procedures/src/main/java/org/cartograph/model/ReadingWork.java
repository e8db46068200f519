package org.cartograph.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * Long work that only reads, so that any number may run beside each other and beside a build; it is registered to be seen
 * by {@code cartograph.model.progress()}.
 */
public final class ReadingWork implements AutoCloseable {
    // By name: a procedure gets another GraphDatabaseService object in each call.
    private static final Map<String, List<BuildProgress>> RUNNING = new ConcurrentHashMap<>();

    private final List<BuildProgress> others;
    private final BuildProgress progress;

    private ReadingWork(List<BuildProgress> others, BuildProgress progress) {
        this.others = others;
        this.progress = progress;
    }

    /** Begins work that people know by this name. */
    public static ReadingWork begin(GraphDatabaseService database, String name) {
        List<BuildProgress> others =
                RUNNING.computeIfAbsent(database.databaseName(), key -> new CopyOnWriteArrayList<>());
        BuildProgress progress = new BuildProgress(name, Instant.now());
        others.add(progress);
        return new ReadingWork(others, progress);
    }

    /** Who is to be told how far the work is. */
    public LearningProgress progress() {
        return progress;
    }

    /** All such work that runs now. */
    public static List<BuildProgress.Snapshot> running(GraphDatabaseService database) {
        return RUNNING.getOrDefault(database.databaseName(), List.of()).stream()
                .map(BuildProgress::snapshot)
                .toList();
    }

    @Override
    public void close() {
        others.remove(progress);
    }
}
