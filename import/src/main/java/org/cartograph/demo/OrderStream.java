package org.cartograph.demo;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Places the shop's orders in time order, one at a time; only errands that are still to be run are held in memory.
 *
 * <p>Up to 45 % of a day's orders are errands; some are occasions for a planted rule, that is they begin with its
 * seeds; the rest begin with whatever a shopper fancies. All are filled up to an ordinary size.
 */
final class OrderStream {

    private static final WeightedDraw LINES = draw(36, 25, 16, 9, 6, 4, 2.5, 1.5);
    private static final WeightedDraw HOURS =
            draw(4, 2, 1, 1, 1, 2, 5, 9, 13, 16, 18, 18, 20, 18, 17, 17, 18, 20, 24, 30, 34, 32, 22, 10);
    private static final double MOST_ERRANDS = 0.45;
    /** Of the orders that are no errands, so that {@link PlantedRules#OCCASION_SHARE} of all orders are occasions. */
    private static final double OCCASIONS = PlantedRules.OCCASION_SHARE / 0.7;

    private static final int SECONDS_PER_HOUR = 3_600;

    private final Catalogue catalogue;
    private final Timeline timeline;
    private final List<List<Integer>> related;
    private final Associations associations;
    private final Shoppers shoppers;
    private final long seed;
    private final Agenda agenda = new Agenda();
    private final Map<Integer, Queue<Integer>> debuts;
    private final WeightedDraw occasions;

    OrderStream(
            ShopTables tables,
            Timeline timeline,
            Catalogue catalogue,
            Associations associations,
            Shoppers shoppers,
            long seed) {
        this.catalogue = catalogue;
        this.timeline = timeline;
        this.associations = associations;
        this.shoppers = shoppers;
        this.seed = seed;
        this.related = tables.categories().stream()
                .map(category -> tables.related().getOrDefault(category.name(), List.of()).stream()
                        .map(tables::categoryIndex)
                        .toList())
                .toList();
        this.debuts = debuts();
        this.occasions = WeightedDraw.of(
                planted().size(), rule -> weight(planted().get(rule), new Dice(seed, "occasion", rule)));
    }

    void forEach(int orders, Consumer<Purchase> consumer) {
        int[] byDay = timeline.ordersByDay(orders);
        int number = 0;
        for (int day = 0; day < Timeline.DAYS; day++) {
            Aisles aisles = new Aisles(catalogue, related, associations.fits(), timeline.date(day), day);
            int left = byDay[day];
            for (int second : seconds(day, byDay[day])) {
                double due = (double) agenda.on(day).size() / left--;
                consumer.accept(place(number++, day, second, aisles, Math.min(due, MOST_ERRANDS)));
            }
            agenda.close(day, byDay[day]);
        }
    }

    private Purchase place(int number, int day, int second, Aisles aisles, double errands) {
        Dice dice = new Dice(seed, "order", number);
        Basket basket = new Basket(associations, dice);
        int lines = 1 + LINES.draw(dice);
        Shopper shopper;
        if (dice.chance(errands)) {
            Agenda.Errand due = agenda.on(day).remove();
            shopper = shoppers.customer(due.customer());
            if (catalogue.product(due.product()).isFoundOn(day)) {
                basket.add(due.product());
            }
        } else {
            shopper = shoppers.draw(day, dice);
            if (!planted().isEmpty() && dice.chance(OCCASIONS)) {
                begin(planted().get(occasions.draw(dice)), basket);
            }
        }
        if (basket.products().isEmpty()) {
            basket.add(aisles.start(shopper, dice));
        }
        int first = basket.products().get(0);
        for (int tries = 0; basket.products().size() < lines && tries < 2 * lines; tries++) {
            basket.add(aisles.more(shopper, first, dice));
        }
        Queue<Integer> newest = debuts.getOrDefault(day, new ArrayDeque<>());
        if (!newest.isEmpty() && !basket.isFull()) {
            basket.add(newest.remove());
        }
        if (!shopper.isGuest()) {
            basket.products().forEach(product -> associations.next().plan(shopper, product, day, agenda, dice));
        }
        return new Purchase(number, shopper, day, second, basket.products());
    }

    private List<PlantedRule> planted() {
        return associations.planted().all();
    }

    /** Seeds of a pair meet by occasion only, so their rule needs more of them for the same evidence. */
    private static double weight(PlantedRule rule, Dice dice) {
        return (rule.isPair() ? 1.3 : 0.8) * (0.8 + 0.4 * dice.unit());
    }

    private static void begin(PlantedRule rule, Basket basket) {
        basket.add(rule.seed());
        if (rule.isPair()) {
            basket.add(rule.second());
        }
    }

    /** The few sales, none to three, of every product that came out last week. */
    private Map<Integer, Queue<Integer>> debuts() {
        Map<Integer, Queue<Integer>> debuts = new HashMap<>();
        for (int product = 0; product < catalogue.products().size(); product++) {
            if (catalogue.product(product).isNewest()) {
                Dice dice = new Dice(seed, "debut", product);
                int released = timeline.day(catalogue.product(product).releasedAt());
                for (int sales = dice.below(4); sales > 0; sales--) {
                    int day = dice.between(released, Timeline.DAYS - 1);
                    debuts.computeIfAbsent(day, none -> new ArrayDeque<>()).add(product);
                }
            }
        }
        return debuts;
    }

    private int[] seconds(int day, int orders) {
        Dice dice = new Dice(seed, "times", day);
        int[] seconds = new int[orders];
        Arrays.setAll(seconds, i -> HOURS.draw(dice) * SECONDS_PER_HOUR + dice.below(SECONDS_PER_HOUR));
        Arrays.sort(seconds);
        return seconds;
    }

    private static WeightedDraw draw(double... weights) {
        return WeightedDraw.of(weights.length, i -> weights[i]);
    }
}
