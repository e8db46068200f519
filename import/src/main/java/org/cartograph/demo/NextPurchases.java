package org.cartograph.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a purchase leads to on a later day: the lens after the camera, the next pack of capsules when this one is used
 * up. Each product has a follow-up of its own, so that the sequence can be learned.
 */
final class NextPurchases {

    private static final double REFILL_CHANCE = 0.3;
    private static final int FIRST_DAY_AFTER = 2;

    /** {@code next} is bought some days after {@code first}, within a number of days. */
    record Sequence(int first, int next, double probability, int withinDays) {}

    private final Catalogue catalogue;
    private final Map<Integer, List<Sequence>> byFirst = new HashMap<>();

    NextPurchases(ShopTables tables, Catalogue catalogue, Fits fits, long seed) {
        this.catalogue = catalogue;
        for (ShopTables.SequenceTable table : tables.sequences()) {
            int next = tables.categoryIndex(table.next());
            catalogue.members(tables.categoryIndex(table.first())).forEach(first -> {
                List<Integer> fitting = fits.of(first, next);
                if (!fitting.isEmpty()) {
                    int choice = new Dice(seed, table.next(), first).pick(fitting);
                    byFirst.computeIfAbsent(first, none -> new ArrayList<>())
                            .add(new Sequence(first, choice, table.probability(), table.withinDays()));
                }
            });
        }
    }

    /** Every sequence, ordered by the product it begins with. */
    Stream<Sequence> all() {
        return byFirst.keySet().stream().sorted().flatMap(first -> byFirst.getOrDefault(first, List.of()).stream());
    }

    /** Puts on the agenda what a customer will come back for after buying a product. */
    void plan(Shopper shopper, int product, int day, Agenda agenda, Dice dice) {
        Category category = catalogue.categoryOf(product);
        if (category.isConsumable() && dice.chance(REFILL_CHANCE)) {
            double gap = category.refillDays() * shopper.pace() * (0.85 + 0.3 * dice.unit());
            agenda.note(day + Math.max(FIRST_DAY_AFTER, (int) gap), new Agenda.Errand(shopper.number(), product));
        }
        for (Sequence sequence : byFirst.getOrDefault(product, List.of())) {
            if (dice.chance(sequence.probability())) {
                int after = dice.between(FIRST_DAY_AFTER, sequence.withinDays());
                agenda.note(day + after, new Agenda.Errand(shopper.number(), sequence.next()));
            }
        }
    }
}
