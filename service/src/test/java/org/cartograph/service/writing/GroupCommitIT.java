package org.cartograph.service.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cartograph.service.RunningService;
import org.cartograph.service.demo.ChildDatabase;
import org.cartograph.service.problem.NotWritten;
import org.cartograph.service.problem.TooMuchToWrite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many callers and one writer before a real database, which is killed and frozen in between. */
final class GroupCommitIT {

    private static final int CALLERS = 16;

    @TempDir
    private static Path folder;

    private static ChildDatabase database;

    private static RunningService service;
    private static GroupCommit commit;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    @BeforeAll
    static void open() {
        database = new ChildDatabase(folder.resolve("home"));
        database.run("CREATE CONSTRAINT note_text IF NOT EXISTS FOR (n:Note) REQUIRE n.text IS UNIQUE");
        service = startService("shared");
        commit = service.part(GroupCommit.class);
        eventually(() -> commit(Notes.of(1), List.of("a", "b")));
    }

    @AfterAll
    static void close() {
        service.close();
        database.close();
    }

    private static RunningService startService(String name) {
        return RunningService.start(
                database.uri(),
                folder.resolve(name),
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.writing.patience=6s",
                "--cartograph.writing.queue=1000",
                "--cartograph.model.refresh-interval=0",
                "--spring.jmx.enabled=false");
    }

    @BeforeEach
    void clear() {
        database.run("MATCH (n:Note) DELETE n");
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
            answers.add(callers.submit(() -> commit(notes, texts)));
        }

        List<Written> outcomes = new ArrayList<>();
        for (Future<List<Written>> answer : answers) {
            outcomes.addAll(answer.get());
        }

        assertThat(outcomes).hasSize(400 * CALLERS);
        assertThat(Collections.frequency(outcomes, Written.ACCEPTED)).isEqualTo(106);
        assertThat(count()).isEqualTo(106);
        assertThat(notes.written()).hasSizeLessThan(20 * CALLERS);
    }

    @Test
    void givesEachCallerTheOutcomesOfItsOwnItems() throws Exception {
        commit(Notes.of(1), List.of("old"));
        Notes first = holdUp(commit);
        Notes notes = Notes.of(1);

        Future<List<Written>> one = callers.submit(() -> commit(notes, List.of("new", "old")));
        awaitWaiting(2);
        Future<List<Written>> other = callers.submit(() -> commit(notes, List.of("old", "newer", "new")));
        awaitWaiting(5);
        first.letGo();

        assertThat(one.get()).containsExactly(Written.ACCEPTED, Written.DUPLICATE);
        assertThat(other.get()).containsExactly(Written.DUPLICATE, Written.ACCEPTED, Written.DUPLICATE);
        assertThat(notes.written()).hasSize(1);
    }

    @Test
    void rejectsAnItemThatCannotBeWrittenAndKeepsAllOthers() throws Exception {
        Notes first = holdUp(commit);
        Notes notes = Notes.of(1);
        Future<List<Written>> good = callers.submit(() -> commit(notes, List.of("a", "b")));
        awaitWaiting(2);
        Future<List<Written>> bad = callers.submit(() -> commit(notes, List.of("c", "d", Notes.POISON, "e")));
        awaitWaiting(6);

        first.letGo();

        assertThat(good.get()).containsOnly(Written.ACCEPTED);
        assertThat(bad.get().get(2))
                .isInstanceOfSatisfying(
                        Written.Rejected.class, no -> assertThat(no.reason()).contains("refused it: / by zero"));
        assertThat(Collections.frequency(bad.get(), Written.ACCEPTED)).isEqualTo(3);
        assertThat(count()).isEqualTo(6);
    }

    @Test
    void writesTheKindsInTheirOrder() throws Exception {
        Notes first = holdUp(commit);
        Notes orders = Notes.of(2);
        Notes products = Notes.of(1);
        Future<List<Written>> later = callers.submit(() -> commit(orders, List.of("tea")));
        awaitWaiting(1);
        Future<List<Written>> sooner = callers.submit(() -> commit(products, List.of("tea")));
        awaitWaiting(2);

        first.letGo();

        assertThat(sooner.get()).containsExactly(Written.ACCEPTED);
        assertThat(later.get()).containsExactly(Written.DUPLICATE);
    }

    @Test
    void triesAgainWhatLostADeadlock() {
        Notes notes = Notes.of(1);
        notes.deadlock(2);

        assertThat(commit(notes, List.of("a"))).containsExactly(Written.ACCEPTED);
        assertThat(notes.written()).hasSize(3);
    }

    @Test
    void doesNotTryForEver() {
        Notes notes = Notes.of(1);
        notes.deadlock(1_000);

        assertThatThrownBy(() -> commit(notes, List.of("a"))).isInstanceOf(NotWritten.class);
        assertThat(count()).isZero();
    }

    @Test
    void refusesWhatThereIsNoRoomFor() throws Exception {
        Notes first = holdUp(commit);
        List<String> texts = IntStream.range(0, 999).mapToObj(String::valueOf).toList();
        assertThat(commit.enqueue(Notes.of(1), texts)).isTrue();

        assertThat(commit.enqueue(Notes.of(1), List.of("x", "y"))).isFalse();
        assertThatThrownBy(() -> commit(Notes.of(1), List.of("x", "y")))
                .isInstanceOf(TooMuchToWrite.class)
                .hasMessageContaining("999 items");
        first.letGo();
        assertThat(commit(Notes.of(1), List.of("x"))).containsExactly(Written.ACCEPTED);
    }

    @Test
    void saysThatNothingIsConfirmedWhileTheDatabaseIsAway() {
        Notes notes = Notes.of(1);
        database.kill();
        assertThatThrownBy(() -> commit(notes, List.of("a"))).isInstanceOf(NotWritten.class);

        database.start();

        eventually(() -> commit(notes, List.of("a")));
        assertThat(count()).isOne();
    }

    @Test
    void doesNotHoldItsCallersUpForAFrozenDatabase() {
        Notes notes = Notes.of(1);
        database.freeze();
        try {
            assertThatThrownBy(() -> commit(notes, List.of("a"))).isInstanceOf(NotWritten.class);
            assertThatThrownBy(() -> commit(notes, List.of("a"))).isInstanceOf(NotWritten.class);
        } finally {
            database.thaw();
        }

        eventually(() -> commit(notes, List.of("b")));

        assertThat(commit(notes, List.of("b"))).containsExactly(Written.DUPLICATE);
    }

    @Test
    void writesWhatWaitsBeforeItStops() throws Exception {
        RunningService stopping = startService("stopping");
        GroupCommit last = stopping.part(GroupCommit.class);
        Notes first = holdUp(last);
        Notes notes = Notes.of(1);
        for (int note = 0; note < 300; note++) {
            assertThat(last.enqueue(notes, List.of("n" + note))).isTrue();
        }
        Future<?> stopped = callers.submit(stopping::close);
        eventually(() -> assertThat(last.enqueue(notes, List.of("n0"))).isFalse());

        first.letGo();
        stopped.get();

        assertThat(count()).isEqualTo(301);
    }

    @Test
    void installsTheKeysThatAnOlderGraphLacks() {
        database.run("DROP CONSTRAINT recommendation_id IF EXISTS");

        try (RunningService another = startService("another")) {
            assertThat(another.part(GroupCommit.class).isRunning()).isTrue();
            eventually(() -> assertThat(database.count(
                            "SHOW CONSTRAINTS YIELD name WHERE name = 'recommendation_id' RETURN count(*)"))
                    .isOne());
        }
    }

    @Test
    void showsWhatItDoesInTheMetrics() {
        commit(Notes.of(1), List.of("a", "a"));

        eventually(() -> assertThat(service.get("/actuator/metrics/cartograph.writing.items?tag=kind:notes")
                        .body()
                        .toString())
                .contains("accepted", "duplicate"));
        assertThat(service.get("/actuator/metrics/cartograph.writing.queue").status())
                .isEqualTo(200);
        assertThat(service.get("/actuator/metrics/cartograph.writing.groups").status())
                .isEqualTo(200);
    }

    private static List<Written> commit(Batch<String> kind, List<String> texts) {
        try {
            return commit.commit(kind, texts).join();
        } catch (CompletionException failed) {
            throw (NotWritten) failed.getCause();
        }
    }

    /** Keeps the writer busy until it is let go. */
    private static Notes holdUp(GroupCommit commit) throws InterruptedException {
        Notes held = Notes.heldUp();
        assertThat(commit.enqueue(held, List.of("held"))).isTrue();
        held.awaitReached();
        return held;
    }

    private static void awaitWaiting(int items) {
        eventually(() -> assertThat(service.get("/actuator/metrics/cartograph.writing.queue")
                        .body()
                        .path("measurements")
                        .path(0)
                        .path("value")
                        .asInt())
                .isEqualTo(items));
    }

    private static long count() {
        return database.count("MATCH (n:Note) RETURN count(n)");
    }

    private static void eventually(Runnable assertion) {
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
}
