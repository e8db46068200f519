package org.cartograph.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A watchdog with a threshold of 200 ms, and a clock that is set by hand. */
final class WatchdogTest {

    private static final long QUICK = Duration.ofMillis(4).toNanos();
    private static final long BELOW_RETURN = Duration.ofMillis(150).toNanos();
    private static final long BETWEEN = Duration.ofMillis(160).toNanos();
    private static final long AT_THRESHOLD = Duration.ofMillis(200).toNanos();
    private static final long SLOW = Duration.ofMillis(201).toNanos();

    private final AtomicLong now = new AtomicLong(-Duration.ofHours(1).toNanos());
    private final Watchdog watchdog = new Watchdog(Duration.ofMillis(200), now::get);

    @BeforeEach
    void beReady() {
        watchdog.startOver();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private void answer(int times, long nanos) {
        IntStream.range(0, times).forEach(each -> watchdog.answered(nanos));
    }

    private void turnOn() {
        pass(Duration.ofSeconds(6));
        answer(20, SLOW);
        assertThat(watchdog.isOn()).isTrue();
    }

    private long asking(int pages) {
        return IntStream.range(0, pages).filter(page -> watchdog.letsAsk()).count();
    }

    @Test
    void letsEveryPageAskAtFirst() {
        assertThat(asking(100)).isEqualTo(100);
    }

    @Test
    void goesOnWhenMoreThanOneAnswerInTwentyPassesTheThreshold() {
        pass(Duration.ofSeconds(6));
        answer(95, AT_THRESHOLD);
        answer(5, SLOW);
        assertThat(watchdog.isOn()).isFalse();

        answer(1, SLOW);

        assertThat(watchdog.isOn()).isTrue();
    }

    @Test
    void countsAQuestionThatWasGivenUpAsSlow() {
        pass(Duration.ofSeconds(6));
        answer(18, QUICK);
        watchdog.gaveUp();
        watchdog.gaveUp();

        assertThat(watchdog.isOn()).isTrue();
    }

    @Test
    void needsTwentyAnswers() {
        pass(Duration.ofSeconds(6));
        answer(19, SLOW);
        assertThat(watchdog.isOn()).isFalse();

        answer(1, SLOW);

        assertThat(watchdog.isOn()).isTrue();
    }

    @Test
    void forgetsWhatIsOlderThanAMinute() {
        pass(Duration.ofSeconds(6));
        answer(19, SLOW);
        pass(Duration.ofSeconds(61));
        answer(100, QUICK);
        answer(5, SLOW);

        assertThat(watchdog.isOn()).isFalse();
    }

    @Test
    void remembersTheLastMinute() {
        pass(Duration.ofSeconds(6));
        answer(19, SLOW);
        pass(Duration.ofSeconds(50));
        answer(100, QUICK);

        assertThat(watchdog.isOn()).isTrue();
    }

    @Test
    void forgetsWhatWasSlowBeforeTheServiceWasReady() {
        pass(Duration.ofSeconds(6));
        answer(19, SLOW);
        watchdog.startOver();
        pass(Duration.ofSeconds(6));
        answer(19, SLOW);

        assertThat(watchdog.isOn()).isFalse();
    }

    @Test
    void seesNothingWhileTheServiceWarmsItselfUp() {
        Watchdog early = new Watchdog(Duration.ofMillis(200), now::get);
        pass(Duration.ofSeconds(6));
        IntStream.range(0, 100).forEach(each -> early.answered(SLOW));
        assertThat(early.isOn()).isFalse();

        early.startOver();
        pass(Duration.ofSeconds(6));
        IntStream.range(0, 20).forEach(each -> early.answered(SLOW));

        assertThat(early.isOn()).isTrue();
    }

    @Test
    void goesOffWhenItIsSentToSleepAndSeesNothing() {
        turnOn();

        watchdog.sleep();
        pass(Duration.ofSeconds(6));
        answer(100, SLOW);

        assertThat(watchdog.isOn()).isFalse();
        assertThat(asking(100)).isEqualTo(100);
    }

    @Test
    void letsOnePageInTwentyAskWhileItIsOn() {
        turnOn();

        assertThat(asking(2_000)).isEqualTo(100);
    }

    @Test
    void letsAPageAskEveryQuarterOfASecondWhereThereAreFew() {
        turnOn();
        assertThat(asking(2)).isOne();

        pass(Duration.ofMillis(250));

        assertThat(asking(2)).isOne();
    }

    @Test
    void goesOffAfterTenQuickAnswersInARow() {
        turnOn();
        pass(Duration.ofSeconds(5));
        answer(9, BELOW_RETURN);
        assertThat(watchdog.isOn()).isTrue();

        answer(1, BELOW_RETURN);

        assertThat(watchdog.isOn()).isFalse();
        assertThat(asking(100)).isEqualTo(100);
    }

    @Test
    void staysOnWhileAnswersAreOnlyJustBelowTheThreshold() {
        turnOn();
        pass(Duration.ofSeconds(5));
        answer(100, BETWEEN);
        answer(9, QUICK);
        answer(1, BETWEEN);
        answer(9, QUICK);

        assertThat(watchdog.isOn()).isTrue();
    }

    @Test
    void staysOnForFiveSecondsAtLeast() {
        turnOn();
        pass(Duration.ofSeconds(4));
        answer(50, QUICK);
        assertThat(watchdog.isOn()).isTrue();

        pass(Duration.ofSeconds(1));
        answer(1, QUICK);

        assertThat(watchdog.isOn()).isFalse();
    }

    @Test
    void doesNotGoOnAgainForWhatItSawBefore() {
        turnOn();
        pass(Duration.ofSeconds(5));
        answer(10, QUICK);
        pass(Duration.ofSeconds(5));
        answer(100, QUICK);

        assertThat(watchdog.isOn()).isFalse();
    }

    @Test
    void neverGoesOnWithoutAThreshold() {
        Watchdog asleep = new Watchdog(Duration.ZERO, now::get);
        pass(Duration.ofSeconds(6));
        IntStream.range(0, 100).forEach(each -> asleep.gaveUp());

        assertThat(asleep.isOn()).isFalse();
    }

    @Test
    void hasAThresholdOfAThirdMoreThanTheBudgetUnlessOneIsGiven() {
        Duration budget = Duration.ofMillis(150);

        assertThat(new WatchdogSettings(null).thresholdBeside(budget)).isEqualTo(Duration.ofMillis(200));
        assertThat(new WatchdogSettings(Duration.ofMillis(50)).thresholdBeside(budget))
                .isEqualTo(Duration.ofMillis(50));
    }
}
