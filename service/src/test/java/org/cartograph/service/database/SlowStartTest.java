package org.cartograph.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A budget of 150 ms, 32 questions at once, and a clock that is set by hand. */
final class SlowStartTest {

    private static final int MOST = 32;
    private static final long QUICK = Duration.ofMillis(75).toNanos();
    private static final long NOT_QUICK = Duration.ofMillis(76).toNanos();

    private final AtomicLong now = new AtomicLong(-Duration.ofHours(1).toNanos());
    private final AtomicInteger ended = new AtomicInteger();
    private final SlowStart slowStart = of(MOST);

    private SlowStart of(int concurrency) {
        PatienceSettings patience =
                new PatienceSettings(Duration.ofMillis(150), concurrency, Duration.ofSeconds(1), Duration.ofSeconds(2));
        return new SlowStart(patience, now::get, ended::incrementAndGet);
    }

    /** How many of so many pages may ask at once; they leave again. */
    private long letIn(int pages) {
        long in = IntStream.range(0, pages).filter(page -> slowStart.letsIn()).count();
        IntStream.range(0, (int) in).forEach(page -> slowStart.leave());
        return in;
    }

    private void answer(int times, long nanos) {
        IntStream.range(0, times).forEach(each -> slowStart.answered(nanos));
    }

    @Test
    void letsEveryPageInBeforeItBegins() {
        answer(1, NOT_QUICK);
        slowStart.late();

        assertThat(letIn(1_000)).isEqualTo(1_000);
        assertThat(slowStart.isOn()).isFalse();
        assertThat(ended).hasValue(0);
    }

    @Test
    void letsTwoInAtFirst() {
        slowStart.begin();

        assertThat(letIn(100)).isEqualTo(2);
        assertThat(slowStart.isOn()).isTrue();
    }

    @Test
    void letsTheNextInWhenOneHasLeft() {
        slowStart.begin();
        assertThat(slowStart.letsIn()).isTrue();
        assertThat(slowStart.letsIn()).isTrue();
        assertThat(slowStart.letsIn()).isFalse();

        slowStart.leave();

        assertThat(slowStart.letsIn()).isTrue();
        assertThat(slowStart.letsIn()).isFalse();
    }

    @Test
    void countsPagesThatWereLetInBeforeItBegan() {
        assertThat(slowStart.letsIn()).isTrue();
        assertThat(slowStart.letsIn()).isTrue();

        slowStart.begin();

        assertThat(slowStart.letsIn()).isFalse();
    }

    @Test
    void makesRoomForOneMoreAfterEachRoundOfQuickAnswers() {
        slowStart.begin();

        answer(3, QUICK); // 2 + 1/2 + 1/2.5 + 1/2.9
        assertThat(letIn(100)).isEqualTo(3);

        answer(3, QUICK);
        assertThat(letIn(100)).isEqualTo(4);
    }

    @Test
    void makesNoRoomForAnswersThatTookMoreThanHalfOfTheBudget() {
        slowStart.begin();

        answer(100, NOT_QUICK);

        assertThat(letIn(100)).isEqualTo(2);
    }

    @Test
    void takesHalfOfTheRoomForALateAnswerAndLeavesOne() {
        slowStart.begin();
        answer(100, QUICK);
        long before = letIn(100);

        slowStart.late();
        assertThat(letIn(100)).isBetween(before / 2, before / 2 + 1);

        IntStream.range(0, 10).forEach(each -> slowStart.late());
        assertThat(letIn(100)).isOne();
    }

    @Test
    void isOverWhenThereIsRoomForAll() {
        slowStart.begin();
        for (int answers = 0; answers < MOST * MOST && slowStart.isOn(); answers++) {
            answer(1, QUICK);
        }

        assertThat(slowStart.isOn()).isFalse();
        assertThat(letIn(1_000)).isEqualTo(1_000);
        assertThat(ended).hasValue(1);
    }

    @Test
    void isOverAfterAMinute() {
        slowStart.begin();
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        slowStart.late();
        assertThat(slowStart.isOn()).isTrue();
        assertThat(letIn(100)).isOne();

        now.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(slowStart.isOn()).isFalse();
        assertThat(ended).hasValue(0);
        assertThat(letIn(1_000)).isEqualTo(1_000);
        assertThat(ended).hasValue(1);
    }

    @Test
    void beginsAnewWithTwoAndAWholeMinute() {
        slowStart.begin();
        answer(100, QUICK);
        now.addAndGet(Duration.ofSeconds(59).toNanos());

        slowStart.begin();

        assertThat(letIn(100)).isEqualTo(2);
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        answer(1, NOT_QUICK);
        assertThat(slowStart.isOn()).isTrue();
    }

    @Test
    void isOverAtOnceWhereTwoMayAskAtMost() {
        SlowStart narrow = of(2);

        narrow.begin();

        assertThat(narrow.isOn()).isFalse();
        assertThat(ended).hasValue(1);
    }
}
