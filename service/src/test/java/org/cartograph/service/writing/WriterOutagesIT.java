package org.cartograph.service.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.service.writing.Writer.eventually;
import static org.cartograph.service.writing.Writer.holdUp;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cartograph.service.RunningService;
import org.cartograph.service.problem.NotWritten;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the writer does while its database is killed or frozen, has no keys, and when the service stops. */
final class WriterOutagesIT {

    @TempDir
    private static Path folder;

    private static Writer writer;

    private final ExecutorService callers = Executors.newSingleThreadExecutor();

    @BeforeAll
    static void open() {
        writer = new Writer(folder.resolve("shared"), "2s");
    }

    @AfterAll
    static void close() {
        writer.close();
    }

    @BeforeEach
    void clear() {
        writer.clear();
    }

    @AfterEach
    void dismissCallers() {
        callers.shutdownNow();
    }

    @Test
    void saysThatNothingIsConfirmedWhileTheDatabaseIsAway() {
        Notes notes = Notes.of(1);
        writer.database().kill();
        assertThatThrownBy(() -> writer.commit(notes, List.of("a"))).isInstanceOf(NotWritten.class);

        writer.database().start();

        eventually(() -> writer.commit(notes, List.of("a")));
        assertThat(writer.count()).isOne();
    }

    @Test
    void doesNotHoldItsCallersUpForAFrozenDatabase() {
        Notes notes = Notes.of(1);
        writer.database().freeze();
        try {
            assertThatThrownBy(() -> writer.commit(notes, List.of("a"))).isInstanceOf(NotWritten.class);
            assertThatThrownBy(() -> writer.commit(notes, List.of("a"))).isInstanceOf(NotWritten.class);
        } finally {
            writer.database().thaw();
        }

        eventually(() -> writer.commit(notes, List.of("b")));

        assertThat(writer.commit(notes, List.of("b"))).containsExactly(Written.DUPLICATE);
    }

    @Test
    void writesWhatWaitsBeforeItStops() throws Exception {
        RunningService stopping = writer.startService(folder.resolve("stopping"));
        GroupCommit last = stopping.part(GroupCommit.class);
        Notes first = holdUp(last);
        Notes notes = Notes.of(1);
        for (int note = 0; note < 300; note++) {
            last.enqueue(notes, List.of("n" + note));
        }
        Future<?> stopped = callers.submit(stopping::close);
        eventually(() -> assertThat(last.enqueue(notes, List.of("n0"))).isCompletedExceptionally());

        first.letGo();
        stopped.get();

        assertThat(writer.count()).isEqualTo(301);
    }

    @Test
    void installsTheKeysThatAnOlderGraphLacks() {
        writer.database().run("DROP CONSTRAINT recommendation_id IF EXISTS");

        try (RunningService another = writer.startService(folder.resolve("another"))) {
            assertThat(another.part(GroupCommit.class).isRunning()).isTrue();
            eventually(() -> assertThat(writer.database()
                            .count("SHOW CONSTRAINTS YIELD name WHERE name = 'recommendation_id' RETURN count(*)"))
                    .isOne());
        }
    }
}
