package org.cartograph.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.service.database.QuestionsTest.after;
import static org.cartograph.service.database.QuestionsTest.failFiveTimes;
import static org.cartograph.service.database.QuestionsTest.questions;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No kind of question, patient, impatient or long, decides for the others. */
final class FairQuestionsTest {

    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration NO_GRACE = Duration.ZERO;

    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final CountDownLatch frozen = new CountDownLatch(1);

    @Test
    void letsPagesReturnFewAtATime() throws InterruptedException {
        Questions wide = questions(LONG, 4, Duration.ofMillis(20), NO_GRACE, figures);
        failFiveTimes(wide);
        Thread.sleep(100);
        assertThat(wide.askForPage(LONG, () -> "back")).isEqualTo("back");
        List<CompletableFuture<String>> pages = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> wide.askForPage(LONG, this::never), FairQuestionsTest::begin))
                .limit(3)
                .toList();

        assertThatThrownBy(() -> CompletableFuture.anyOf(pages.toArray(CompletableFuture[]::new))
                        .join())
                .hasCauseInstanceOf(DatabaseAway.class)
                .hasRootCauseMessage("The database has only just come back.");
        assertThat(wide.ask(LONG, () -> "no page")).isEqualTo("no page");
        frozen.countDown();
        wide.destroy();
    }

    @Test
    void doesNotTakeAnImpatientPageForALateDatabase() throws InterruptedException {
        Questions wide = questions(LONG, 3, Duration.ofMillis(20), LONG, figures);
        failFiveTimes(wide);
        Thread.sleep(100);
        assertThat(wide.askForPage(LONG, () -> "back")).isEqualTo("back");
        assertThat(figures.get("cartograph.slow.start.on").gauge().value()).isOne();
        for (int page = 0; page < 10; page++) {
            assertThatThrownBy(() -> wide.askForPage(Duration.ofMillis(1), () -> after(30)))
                    .isInstanceOf(DatabaseAway.class);
            Thread.sleep(60);
        }

        assertThat(figures.get("cartograph.slow.start.on").gauge().value()).isZero();
        wide.destroy();
    }

    @Test
    void leavesHalfOfTheThreadsToWhoeverIsNotPatient() {
        Questions wide = questions(SHORT, 4, Duration.ofSeconds(10), NO_GRACE, figures);
        List<CompletableFuture<String>> patient = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> wide.ask(LONG, this::never), FairQuestionsTest::begin))
                .limit(3)
                .toList();

        assertThatThrownBy(() -> CompletableFuture.anyOf(patient.toArray(CompletableFuture[]::new))
                        .join())
                .hasRootCauseMessage("Too many questions that may take long wait for the database.");
        assertThat(wide.ask(SHORT, () -> "tea")).isEqualTo("tea");
        assertThat(wide.askForPage(LONG, () -> "as any other page")).isEqualTo("as any other page");
        frozen.countDown();
        wide.destroy();
    }

    @Test
    void doesNotLetOneLongQuestionDecideForAll() throws InterruptedException {
        Questions wide = questions(SHORT, 4, Duration.ofMillis(50), NO_GRACE, figures);
        failFiveTimes(wide);
        Thread.sleep(100);
        CompletableFuture<String> erasing =
                CompletableFuture.supplyAsync(() -> wide.ask(LONG, this::never), FairQuestionsTest::begin);
        Thread.sleep(300);

        assertThat(erasing).isNotDone();
        assertThat(wide.ask(SHORT, () -> "tea")).isEqualTo("tea");
        frozen.countDown();
        wide.destroy();
    }

    private static void begin(Runnable asking) {
        new Thread(asking).start();
    }

    private String never() {
        try {
            frozen.await();
        } catch (InterruptedException dropped) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }
}
