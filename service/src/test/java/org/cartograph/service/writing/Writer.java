package org.cartograph.service.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.cartograph.service.RunningService;
import org.cartograph.service.demo.ChildDatabase;
import org.cartograph.service.problem.NotWritten;

/** The writer of a service before a real database, in which a note can be only once. */
final class Writer implements AutoCloseable {

    private final ChildDatabase database = ChildDatabase.shared();
    private final String patience;
    private final RunningService service;
    private final GroupCommit commit;

    Writer(Path folder, String patience) {
        this.patience = patience;
        database.run("CREATE CONSTRAINT note_text IF NOT EXISTS FOR (n:Note) REQUIRE n.text IS UNIQUE");
        service = startService(folder);
        commit = service.part(GroupCommit.class);
        eventually(() -> commit(Notes.of(1), List.of("a", "b")));
    }

    /** Another service before the same database. */
    RunningService startService(Path folder) {
        return RunningService.start(
                database.uri(),
                folder,
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.writing.patience=" + patience,
                "--cartograph.writing.queue=1000",
                "--cartograph.model.refresh-interval=0",
                "--spring.jmx.enabled=false");
    }

    ChildDatabase database() {
        return database;
    }

    RunningService service() {
        return service;
    }

    GroupCommit commit() {
        return commit;
    }

    void clear() {
        database.run("MATCH (n:Note) DELETE n");
    }

    /** Notes in the database. */
    long count() {
        return database.count("MATCH (n:Note) RETURN count(n)");
    }

    /** Hands in notes and waits for what becomes of them. */
    List<Written> commit(Batch<String> kind, List<String> texts) {
        try {
            return commit.commit(kind, texts).join();
        } catch (CompletionException failed) {
            throw (NotWritten) failed.getCause();
        }
    }

    /** Keeps a writer busy until it is let go. */
    static Notes holdUp(GroupCommit commit) throws InterruptedException {
        Notes held = Notes.heldUp();
        assertThat(commit.enqueue(held, List.of("held"))).isNotCompletedExceptionally();
        held.awaitReached();
        return held;
    }

    /** Waits until so many items wait to be written. */
    void awaitWaiting(int items) {
        eventually(() -> assertThat(service.get("/actuator/metrics/cartograph.writing.queue")
                        .body()
                        .path("measurements")
                        .path(0)
                        .path("value")
                        .asInt())
                .isEqualTo(items));
    }

    /** Waits until it is true, or written. */
    static void eventually(Runnable assertion) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError | NotWritten notYet) {
                if (Instant.now().isAfter(deadline)) {
                    throw notYet;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        service.close();
        database.run("MATCH (n:Note) DELETE n", "DROP CONSTRAINT note_text");
    }
}
