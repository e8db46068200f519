package org.cartograph.service.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.cartograph.service.problem.TooMuchToWrite;
import org.junit.jupiter.api.Test;

class WaitingRequestsTest {

    private static final Batch<String> KIND = Notes.of(0);

    @Test
    void refusesWhatWouldBeWrittenTooLateAndTakesWhatCameSince() throws InterruptedException {
        WaitingRequests waiting = new WaitingRequests(100, 10, Duration.ofMillis(50));
        WriteRequest<String> old = new WriteRequest<>(KIND, List.of("a", "b"));
        CompletableFuture<List<Written>> answer = old.answer(Duration.ofSeconds(5));
        waiting.offer(old);
        Thread.sleep(60);
        WriteRequest<String> young = new WriteRequest<>(KIND, List.of("c"));
        waiting.offer(young);

        assertThat(waiting.take(System.nanoTime(), Duration.ofMillis(10))).containsExactly(young);
        assertThat(waiting.items()).isZero();
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(TooMuchToWrite.class);
    }

    @Test
    void writesEverythingItHoldsWhenTheServiceStops() throws InterruptedException {
        WaitingRequests waiting = new WaitingRequests(100, 10, Duration.ofMillis(50));
        WriteRequest<String> old = new WriteRequest<>(KIND, List.of("a"));
        waiting.offer(old);
        Thread.sleep(60);
        waiting.close();

        assertThat(waiting.take(System.nanoTime(), Duration.ZERO)).containsExactly(old);
        assertThat(waiting.isDone()).isTrue();
    }

    @Test
    void refusesTheRestWhenTheServiceStopsWithoutADatabase() {
        WaitingRequests waiting = new WaitingRequests(100, 10, Duration.ofMillis(50));
        WriteRequest<String> left = new WriteRequest<>(KIND, List.of("a"));
        waiting.offer(left);
        waiting.close();

        waiting.refuseRest();

        assertThat(left.outcome()).isCompletedExceptionally();
        assertThat(waiting.items()).isZero();
        assertThat(waiting.isDone()).isTrue();
    }
}
