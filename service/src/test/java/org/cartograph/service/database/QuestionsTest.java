package org.cartograph.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private final Questions questions = new Questions(new PatienceSettings(SHORT, 2, Duration.ofMillis(300)));
    private final CountDownLatch frozen = new CountDownLatch(1);

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
        Questions patient = new Questions(new PatienceSettings(LONG, 20, Duration.ofSeconds(1)));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> patient.ask(Duration.ofMillis(1), () -> after(100)))
                    .isInstanceOf(DatabaseAway.class);
        }

        assertThat(patient.ask(LONG, () -> "tea")).isEqualTo("tea");
        patient.destroy();
    }

    @Test
    void refusesMoreQuestionsThanItHasRoomForAtOnce() {
        Questions narrow = new Questions(new PatienceSettings(LONG, 1, Duration.ofSeconds(1)));
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
        Questions narrow = new Questions(new PatienceSettings(SHORT, 1, Duration.ofSeconds(1)));
        assertThatThrownBy(() -> narrow.ask(SHORT, this::never)).isInstanceOf(DatabaseAway.class);
        Thread.sleep(100);

        assertThat(narrow.ask(LONG, () -> "tea")).isEqualTo("tea");
        narrow.destroy();
    }

    private void failFiveTimes() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> questions.ask(LONG, failing(new IllegalStateException("down"))))
                    .isInstanceOf(DatabaseAway.class);
        }
    }

    private static Supplier<String> failing(RuntimeException failure) {
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

    private static String after(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException dropped) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }
}
