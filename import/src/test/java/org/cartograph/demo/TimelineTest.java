package org.cartograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class TimelineTest {

    private static final Timeline TIMELINE = new Timeline(LocalDate.of(2026, 11, 20));

    @Test
    void endsTheDayBeforeToday() {
        assertThat(TIMELINE.date(Timeline.DAYS - 1)).isEqualTo(LocalDate.of(2026, 11, 19));
    }

    @Test
    void countsDaysAndDatesAlike() {
        assertThat(TIMELINE.day(TIMELINE.date(17))).isEqualTo(17);
    }

    @Test
    void spreadsExactlyTheOrdersAskedFor() {
        for (int orders : new int[] {1, 547, 12_000, 1_000_003}) {
            assertThat(Arrays.stream(TIMELINE.ordersByDay(orders)).sum()).isEqualTo(orders);
        }
    }
}
