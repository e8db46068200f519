package org.cartograph.demo;

import java.util.ArrayList;
import java.util.List;

/** The shop's customers: who comes on a day, and what they are like. A few come often, most seldom. */
final class Shoppers {

    /** Of those who come of their own accord; errands are run by customers only, so one order in eight is a guest's. */
    private static final double GUEST_SHARE = 0.18;

    private static final int FAVOURITE_CATEGORIES = 3;
    /** Share of all customers who had joined before the timeline begins; the others join one by one. */
    private static final double FOUNDING_SHARE = 0.4;

    private static final int TRIES = 8;

    private final long seed;
    private final int customers;
    private final WeightedDraw byActivity;
    private final WeightedDraw byDemand;

    Shoppers(int customers, Catalogue catalogue, long seed) {
        this.seed = seed;
        this.customers = customers;
        this.byActivity = WeightedDraw.of(customers, customer -> activity(new Dice(seed, "activity", customer)));
        this.byDemand = WeightedDraw.of(
                catalogue.categories().size(),
                category -> catalogue.categories().get(category).demand());
    }

    /** Somebody who comes of their own accord: a guest, or a customer who has joined by that day. */
    Shopper draw(int day, Dice dice) {
        if (dice.chance(GUEST_SHARE)) {
            return person(Shopper.GUEST, dice);
        }
        double joined = FOUNDING_SHARE + (1 - FOUNDING_SHARE) * day / Timeline.DAYS;
        int members = Math.max(1, (int) (customers * joined));
        int customer = byActivity.draw(dice);
        for (int i = 0; i < TRIES && customer >= members; i++) {
            customer = byActivity.draw(dice);
        }
        return customer(customer % members);
    }

    Shopper customer(int number) {
        return person(number, new Dice(seed, "habits", number));
    }

    private Shopper person(int number, Dice dice) {
        List<Integer> categories = new ArrayList<>(FAVOURITE_CATEGORIES);
        for (int i = 0; i < FAVOURITE_CATEGORIES; i++) {
            categories.add(byDemand.draw(dice));
        }
        return new Shopper(number, categories, dice.between(1, 3), 0.75 + 0.6 * dice.unit(), dice.next());
    }

    /** A heavy tail (Pareto), cut off so that nobody outweighs the rest. */
    private static double activity(Dice dice) {
        return Math.min(8, StrictMath.pow(1 - dice.unit(), -0.55));
    }
}
