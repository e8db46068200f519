package org.cartograph.service.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.service.writing.Writer.eventually;
import static org.cartograph.service.writing.Writer.holdUp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cartograph.service.problem.NotWritten;
import org.cartograph.service.problem.TooMuchToWrite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many callers and one writer before a real database: what each is told, and what a transaction holds. */
final class GroupCommitIT {

    private static final int CALLERS = 16;

    @TempDir
    private static Path folder;

    private static Writer writer;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    @BeforeAll
    static void open() {
        writer = new Writer(folder, "10s");
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
    void countsAnItemOnceHoweverManyBringItAtTheSameTime() throws Exception {
        Notes notes = Notes.of(1);
        List<Future<List<Written>>> answers = new ArrayList<>();
        for (int request = 0; request < 40 * CALLERS; request++) {
            int first = request % 97;
            List<String> texts =
                    IntStream.range(first, first + 10).mapToObj(String::valueOf).toList();
            answers.add(callers.submit(() -> writer.commit(notes, texts)));
        }

        List<Written> outcomes = new ArrayList<>();
        for (Future<List<Written>> answer : answers) {
            outcomes.addAll(answer.get());
        }

        assertThat(outcomes).hasSize(400 * CALLERS);
        assertThat(Collections.frequency(outcomes, Written.ACCEPTED)).isEqualTo(106);
        assertThat(writer.count()).isEqualTo(106);
        assertThat(notes.written()).hasSizeLessThan(20 * CALLERS);
    }

    @Test
    void givesEachCallerTheOutcomesOfItsOwnItems() throws Exception {
        writer.commit(Notes.of(1), List.of("old"));
        Notes first = holdUp(writer.commit());
        Notes notes = Notes.of(1);

        Future<List<Written>> one = callers.submit(() -> writer.commit(notes, List.of("new", "old")));
        writer.awaitWaiting(2);
        Future<List<Written>> other = callers.submit(() -> writer.commit(notes, List.of("old", "newer", "new")));
        writer.awaitWaiting(5);
        first.letGo();

        assertThat(one.get()).containsExactly(Written.ACCEPTED, Written.DUPLICATE);
        assertThat(other.get()).containsExactly(Written.DUPLICATE, Written.ACCEPTED, Written.DUPLICATE);
        assertThat(notes.written()).hasSize(1);
    }

    @Test
    void rejectsAnItemThatCannotBeWrittenAndKeepsAllOthers() throws Exception {
        Notes first = holdUp(writer.commit());
        Notes notes = Notes.of(1);
        Future<List<Written>> good = callers.submit(() -> writer.commit(notes, List.of("a", "b")));
        writer.awaitWaiting(2);
        Future<List<Written>> bad = callers.submit(() -> writer.commit(notes, List.of("c", "d", Notes.POISON, "e")));
        writer.awaitWaiting(6);

        first.letGo();

        assertThat(good.get()).containsOnly(Written.ACCEPTED);
        assertThat(bad.get().get(2))
                .isInstanceOfSatisfying(
                        Written.Rejected.class, no -> assertThat(no.reason()).contains("refused it: / by zero"));
        assertThat(Collections.frequency(bad.get(), Written.ACCEPTED)).isEqualTo(3);
        assertThat(writer.count()).isEqualTo(6);
    }

    @Test
    void writesTheKindsInTheirOrder() throws Exception {
        Notes first = holdUp(writer.commit());
        Notes orders = Notes.of(2);
        Notes products = Notes.of(1);
        Future<List<Written>> later = callers.submit(() -> writer.commit(orders, List.of("tea")));
        writer.awaitWaiting(1);
        Future<List<Written>> sooner = callers.submit(() -> writer.commit(products, List.of("tea")));
        writer.awaitWaiting(2);

        first.letGo();

        assertThat(sooner.get()).containsExactly(Written.ACCEPTED);
        assertThat(later.get()).containsExactly(Written.DUPLICATE);
    }

    @Test
    void triesAgainWhatLostADeadlock() {
        Notes notes = Notes.of(1);
        notes.deadlock(2);

        assertThat(writer.commit(notes, List.of("a"))).containsExactly(Written.ACCEPTED);
        assertThat(notes.written()).hasSize(3);
    }

    @Test
    void doesNotTryForEver() {
        Notes notes = Notes.of(1);
        notes.deadlock(1_000);

        assertThatThrownBy(() -> writer.commit(notes, List.of("a"))).isInstanceOf(NotWritten.class);
        assertThat(writer.count()).isZero();
    }

    @Test
    void refusesWhatThereIsNoRoomFor() throws Exception {
        Notes first = holdUp(writer.commit());
        List<String> texts = IntStream.range(0, 999).mapToObj(String::valueOf).toList();
        assertThat(writer.commit().enqueue(Notes.of(1), texts)).isNotCompletedExceptionally();

        assertThat(writer.commit().enqueue(Notes.of(1), List.of("x", "y"))).isCompletedExceptionally();
        assertThatThrownBy(() -> writer.commit(Notes.of(1), List.of("x", "y")))
                .isInstanceOf(TooMuchToWrite.class)
                .hasMessageContaining("999 items");
        first.letGo();
        assertThat(writer.commit(Notes.of(1), List.of("x"))).containsExactly(Written.ACCEPTED);
    }

    @Test
    void showsWhatItDoesInTheMetrics() {
        writer.commit(Notes.of(1), List.of("a", "a"));

        eventually(() -> assertThat(writer.service()
                        .get("/actuator/metrics/cartograph.writing.items?tag=kind:notes")
                        .body()
                        .toString())
                .contains("accepted", "duplicate"));
        assertThat(writer.service()
                        .get("/actuator/metrics/cartograph.writing.queue")
                        .status())
                .isEqualTo(200);
        assertThat(writer.service()
                        .get("/actuator/metrics/cartograph.writing.groups")
                        .status())
                .isEqualTo(200);
    }
}
