package org.cartograph.demo;

import java.time.LocalDate;
import java.time.MonthDay;

/** The part of every year in which a category is sold; both days are included, and it may span New Year. */
record Season(MonthDay from, MonthDay until) {

    /** One year's occurrence of a season. */
    record Window(LocalDate from, LocalDate until) {}

    boolean isOpen(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        boolean started = !day.isBefore(from);
        boolean notOver = !day.isAfter(until);
        return spansNewYear() ? started || notOver : started && notOver;
    }

    /** The window that is open on a date, else the next one to open. */
    Window currentOrNext(LocalDate date) {
        LocalDate start = from.atYear(date.getYear());
        if (spansNewYear() && !MonthDay.from(date).isAfter(until)) {
            start = from.atYear(date.getYear() - 1);
        } else if (!spansNewYear() && MonthDay.from(date).isAfter(until)) {
            start = from.atYear(date.getYear() + 1);
        }
        return new Window(start, until.atYear(spansNewYear() ? start.getYear() + 1 : start.getYear()));
    }

    private boolean spansNewYear() {
        return from.isAfter(until);
    }
}
