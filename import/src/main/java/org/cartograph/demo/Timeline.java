package org.cartograph.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * The eighteen months the shop has been recording orders: days are counted from 0, and the day of {@code until} itself
 * is no longer part of it, so that nothing was ever ordered in the future.
 */
record Timeline(LocalDate until) {

    static final int DAYS = 548;

    /** Gifts and sales make November and December the busiest months of an electronics and home shop. */
    private static final List<Integer> BY_MONTH = List.of(95, 88, 92, 92, 94, 92, 90, 92, 98, 104, 138, 142);

    LocalDate date(int day) {
        return until.minusDays(DAYS - day);
    }

    int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() - until.toEpochDay()) + DAYS;
    }

    /** How many of all orders fall on each day: the shop grows, weekends are busier; adds up exactly. */
    int[] ordersByDay(int orders) {
        double[] sums = new double[DAYS];
        double sum = 0;
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = date(day);
            sum += (0.7 + 0.6 * day / DAYS) * BY_MONTH.get(date.getMonthValue() - 1) * weekday(date.getDayOfWeek());
            sums[day] = sum;
        }
        int[] counts = new int[DAYS];
        long before = 0;
        for (int day = 0; day < DAYS; day++) {
            long upToHere = day == DAYS - 1 ? orders : (long) Math.floor(orders * (sums[day] / sum));
            counts[day] = (int) (upToHere - before);
            before = upToHere;
        }
        return counts;
    }

    private static double weekday(DayOfWeek day) {
        return switch (day) {
            case SUNDAY -> 1.25;
            case MONDAY -> 1.12;
            case SATURDAY -> 1.05;
            case TUESDAY, WEDNESDAY, THURSDAY -> 0.95;
            case FRIDAY -> 0.85;
        };
    }
}
