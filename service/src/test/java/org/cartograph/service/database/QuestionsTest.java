package org.cartograph.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cartograph.service.problem.InvalidRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QuestionsTest {

    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(10);

    private static final Duration NO_GRACE = Duration.ZERO;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Questions questions = questions(SHORT, 2, Duration.ofMillis(300), NO_GRACE, meters);
    private final CountDownLatch frozen = new CountDownLatch(1);

    private static Questions questions(Duration budget, int concurrency, Duration pause, Duration grace) {
        return questions(budget, concurrency, pause, grace, new SimpleMeterRegistry());
    }

    static Questions questions(
            Duration budget, int concurrency, Duration pause, Duration grace, SimpleMeterRegistry meters) {
        return new Questions(
                new PatienceSettings(budget, concurrency, pause, grace), new WatchdogSettings(null), meters);
    }

    @AfterEach
    void thaw() {
        frozen.countDown();
        questions.destroy();
    }

    @Test
    void passesTheAnswerOn() {
        assertThat(questions.ask(LONG, () -> "tea")).isEqualTo("tea");
    }

    @Test
    void passesARefusalOn() {
        assertThatThrownBy(() -> questions.ask(LONG, failing(new InvalidRequest("no"))))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("no");
    }

    @Test
    void doesNotWaitForAFrozenDatabase() {
        assertThatThrownBy(() -> questions.ask(SHORT, this::never)).isInstanceOf(DatabaseAway.class);
    }

    @Test
    void asksNoMoreAfterTheDatabaseFailedAgainAndAgain() {
        failFiveTimes();
        AtomicInteger asked = new AtomicInteger();

        assertThatThrownBy(() -> questions.ask(LONG, asked::incrementAndGet)).isInstanceOf(DatabaseAway.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void asksAgainAfterAPause() throws InterruptedException {
        failFiveTimes();
        Thread.sleep(400);

        assertThat(questions.ask(LONG, () -> "back")).isEqualTo("back");
    }

    @Test
    void countsNoRefusalAsAFailure() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> questions.ask(LONG, failing(new InvalidRequest("no"))))
                    .isInstanceOf(InvalidRequest.class);
        }

        assertThat(questions.ask(LONG, () -> "tea")).isEqualTo("tea");
    }

    @Test
    void countsNoImpatientCallerAsAFailure() {
        Questions patient = questions(LONG, 20, Duration.ofSeconds(1), NO_GRACE);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> patient.ask(Duration.ofMillis(1), () -> after(100)))
                    .isInstanceOf(DatabaseAway.class);
        }

        assertThat(patient.ask(LONG, () -> "tea")).isEqualTo("tea");
        patient.destroy();
    }

    @Test
    void refusesMoreQuestionsThanItHasRoomForAtOnce() {
        Questions narrow = questions(LONG, 1, Duration.ofSeconds(1), NO_GRACE);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> narrow.ask(Duration.ofMillis(1), this::never))
                    .isInstanceOf(DatabaseAway.class);
        }

        assertThatThrownBy(() -> narrow.ask(LONG, () -> "tea"))
                .isInstanceOf(DatabaseAway.class)
                .hasMessage("Too many questions wait for the database already.");
        narrow.destroy();
    }

    @Test
    void freesTheThreadsThatAFrozenDatabaseHeld() throws InterruptedException {
        Questions narrow = questions(SHORT, 1, Duration.ofSeconds(1), NO_GRACE);
        assertThatThrownBy(() -> narrow.ask(SHORT, this::never)).isInstanceOf(DatabaseAway.class);
        Thread.sleep(100);

        assertThat(narrow.ask(LONG, () -> "tea")).isEqualTo("tea");
        narrow.destroy();
    }

    @Test
    void letsALateQuestionEndByItselfForTheGrace() throws InterruptedException {
        Questions patient = questions(SHORT, 2, Duration.ofSeconds(1), LONG);
        CountDownLatch ended = new CountDownLatch(1);
        assertThatThrownBy(() -> patient.ask(SHORT, () -> {
                    after(100);
                    ended.countDown();
                    return Thread.currentThread().isInterrupted();
                }))
                .isInstanceOf(DatabaseAway.class);

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        patient.destroy();
    }

    @Test
    void givesALateQuestionUpAfterTheGrace() throws InterruptedException {
        Questions patient = questions(SHORT, 2, Duration.ofSeconds(1), Duration.ofMillis(100));
        CountDownLatch dropped = new CountDownLatch(1);
        assertThatThrownBy(() -> patient.ask(SHORT, () -> {
                    never();
                    dropped.countDown();
                    return Thread.currentThread().isInterrupted();
                }))
                .isInstanceOf(DatabaseAway.class);

        assertThat(dropped.await(10, TimeUnit.SECONDS)).isTrue();
        patient.destroy();
    }

    @Test
    void leavesHalfOfTheThreadsFreeOfLateQuestions() {
        SimpleMeterRegistry figures = new SimpleMeterRegistry();
        Questions patient = questions(SHORT, 4, Duration.ofSeconds(1), LONG, figures);
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> patient.ask(SHORT, this::never)).isInstanceOf(DatabaseAway.class);
        }

        assertThat(patient.ask(LONG, () -> "tea")).isEqualTo("tea");
        assertThat(free("database-late", figures)).isZero();
        frozen.countDown();
        patient.destroy();
    }

    @Test
    void leavesNothingBehindOfQuestionsThatWereLate() throws InterruptedException {
        SimpleMeterRegistry figures = new SimpleMeterRegistry();
        Questions patient = questions(SHORT, 2, Duration.ofSeconds(1), LONG, figures);
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> patient.ask(SHORT, this::never)).isInstanceOf(DatabaseAway.class);
        }
        assertThat(free("database-late", figures)).isZero();

        frozen.countDown();

        for (int tried = 0; tried < 1_000 && free("database", figures) < 10; tried++) {
            Thread.sleep(10);
        }
        assertThat(free("database", figures)).isEqualTo(10);
        assertThat(free("database-late", figures)).isOne();
        patient.destroy();
    }

    @Test
    void showsOperatorsThatTheCircuitIsOpen() {
        assertThat(circuit("open")).isZero();

        failFiveTimes();

        assertThat(circuit("open")).isOne();
        assertThat(circuit("closed")).isZero();
    }

    private double circuit(String state) {
        return meters.get("resilience4j.circuitbreaker.state")
                .tags("name", "database", "state", state)
                .gauge()
                .value();
    }

    private static double free(String bulkhead, SimpleMeterRegistry meters) {
        return meters.get("resilience4j.bulkhead.available.concurrent.calls")
                .tag("name", bulkhead)
                .gauge()
                .value();
    }

    private void failFiveTimes() {
        failFiveTimes(questions);
    }

    static void failFiveTimes(Questions asked) {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> asked.ask(LONG, failing(new IllegalStateException("down"))))
                    .isInstanceOf(DatabaseAway.class);
        }
    }

    static Supplier<String> failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    private String never() {
        try {
            frozen.await();
        } catch (InterruptedException dropped) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }

    static String after(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException dropped) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }
}
