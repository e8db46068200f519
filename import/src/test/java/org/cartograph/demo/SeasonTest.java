package org.cartograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;

final class SeasonTest {

    private static final Season SUMMER = new Season(MonthDay.of(3, 1), MonthDay.of(9, 30));
    private static final Season CHRISTMAS = new Season(MonthDay.of(10, 15), MonthDay.of(1, 6));

    @Test
    void includesItsFirstAndLastDay() {
        assertThat(SUMMER.isOpen(LocalDate.of(2026, 3, 1))).isTrue();
        assertThat(SUMMER.isOpen(LocalDate.of(2026, 9, 30))).isTrue();
        assertThat(SUMMER.isOpen(LocalDate.of(2026, 10, 1))).isFalse();
    }

    @Test
    void spansNewYear() {
        assertThat(CHRISTMAS.isOpen(LocalDate.of(2026, 1, 6))).isTrue();
        assertThat(CHRISTMAS.isOpen(LocalDate.of(2026, 1, 7))).isFalse();
        assertThat(CHRISTMAS.isOpen(LocalDate.of(2026, 10, 15))).isTrue();
    }

    @Test
    void givesTheWindowThatIsOpen() {
        Season.Window window = new Season.Window(LocalDate.of(2025, 10, 15), LocalDate.of(2026, 1, 6));

        assertThat(CHRISTMAS.currentOrNext(LocalDate.of(2025, 12, 24))).isEqualTo(window);
        assertThat(CHRISTMAS.currentOrNext(LocalDate.of(2026, 1, 2))).isEqualTo(window);
    }

    @Test
    void givesTheNextWindowWhenClosed() {
        assertThat(CHRISTMAS.currentOrNext(LocalDate.of(2026, 6, 1)).from()).isEqualTo(LocalDate.of(2026, 10, 15));
        assertThat(SUMMER.currentOrNext(LocalDate.of(2026, 11, 20)).from()).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(SUMMER.currentOrNext(LocalDate.of(2026, 2, 1)).from()).isEqualTo(LocalDate.of(2026, 3, 1));
    }
}
