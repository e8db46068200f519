package org.cartograph.demo;

import java.util.ArrayList;
import java.util.List;

/** The different products of one order, in the order in which they were put in. */
final class Basket {

    static final int MOST_LINES = 8;

    private final Associations associations;
    private final Dice dice;
    private final List<Integer> products = new ArrayList<>(MOST_LINES);

    Basket(Associations associations, Dice dice) {
        this.associations = associations;
        this.dice = dice;
    }

    List<Integer> products() {
        return products;
    }

    boolean isFull() {
        return products.size() >= MOST_LINES;
    }

    /** Puts a product in once, and with it what shoppers take along. */
    void add(int product) {
        if (isFull() || products.contains(product)) {
            return;
        }
        products.add(product);
        for (PlantedRule rule : associations.planted().of(product)) {
            int other = rule.seed() == product ? rule.second() : rule.seed();
            boolean complete = !rule.isPair() || products.contains(other);
            if (complete && dice.chance(rule.probability())) {
                add(rule.companion());
            }
        }
        for (EverydayCompanions.Companion companion : associations.everyday().of(product)) {
            if (dice.chance(companion.probability())) {
                add(companion.product());
            }
        }
    }
}
