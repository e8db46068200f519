package org.cartograph.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** What customers are going to come back for, by day: refills, and what follows from an earlier purchase. */
final class Agenda {

    /** A customer who means to buy a product. */
    record Errand(int customer, int product) {}

    private final List<Queue<Errand>> days = new ArrayList<>();

    Agenda() {
        for (int day = 0; day < Timeline.DAYS; day++) {
            days.add(new ArrayDeque<>());
        }
    }

    /** Notes an errand; one that falls past the end of the timeline is forgotten. */
    void note(int day, Errand errand) {
        if (day < Timeline.DAYS) {
            days.get(day).add(errand);
        }
    }

    Queue<Errand> on(int day) {
        return days.get(day);
    }

    /** Moves what the day had no room for to the next one, at most {@code room} errands of it. */
    void close(int day, int room) {
        Queue<Errand> left = days.get(day);
        for (int moved = 0; moved < room && !left.isEmpty(); moved++) {
            note(day + 1, left.remove());
        }
        left.clear();
    }
}
