package org.cartograph.evaluate;

import java.util.List;

/**
 * A part of tuning: one task, what is best for it, and the knobs that it turns, the most important first.
 *
 * @param segments of which the metric is summed
 * @param share of the time by whose end this part has to be done
 */
record Stage(Task task, List<String> segments, String metric, double share, List<Knob> knobs) {
    private static final String TOGETHER = "boughtTogether.";
    private static final List<String> BASKETS = List.of("complete-the-basket", "frequently-bought-together");

    /** All parts in their order: later ones blend what earlier ones have learned. */
    static List<Stage> all() {
        return List.of(basket(), personal(), next());
    }

    private static Stage basket() {
        return new Stage(
                Task.BASKET,
                List.of("all"),
                "HR@10",
                0.45,
                List.of(
                        // A larger exponent makes purchases weigh less, so it needs less regularisation.
                        Knob.ofPairs(
                                TOGETHER + "ridgeAlpha",
                                TOGETHER + "lambda",
                                new double[] {0.0, 5},
                                new double[] {0.0, 20},
                                new double[] {0.25, 10},
                                new double[] {0.5, 5},
                                new double[] {0.5, 20},
                                new double[] {0.5, 50},
                                new double[] {0.75, 5},
                                new double[] {0.75, 20},
                                new double[] {1.0, 10}),
                        recipes("boughtTogether.trend", 0.0, 0.05, 0.1, 0.15, 0.2),
                        Knob.of(TOGETHER + "gamma", 0.25, 0.5, 1.0, 2.0),
                        Knob.of(TOGETHER + "beta", 0.1, 0.2, 0.3, 0.4),
                        Knob.of(TOGETHER + "walkAlpha", 0.5, 0.7, 1.0),
                        Knob.of("recommend.seedRarity", 0.0, 0.1, 0.2),
                        recipes("popular.weight", 0.0, 0.02, 0.05),
                        Knob.of(TOGETHER + "ridgeNeighbours", 50L, 100L),
                        Knob.of(TOGETHER + "neighbours", 25L, 50L)));
    }

    private static Stage personal() {
        return new Stage(
                Task.PERSONAL,
                List.of("all", "new"),
                "NDCG@10",
                0.6,
                List.of(
                        Knob.of("recommend.repeatHalfLife", 6.0, 8.0, 12.0, 16.0, 24.0, 32.0),
                        Knob.of("recommend.replenishment", 0.0, 0.25, 0.5, 1.0),
                        recipe("for-you", "boughtBefore.trend", 0.0, 0.1, 0.15, 0.2, 0.3, 0.4),
                        Knob.of("trendHalfLifeDays", 7.0, 14.0, 30.0),
                        recipe("for-you", "historyBoughtTogether.weight", 0.0, 0.01, 0.02, 0.05, 0.1, 0.2),
                        Knob.of("recommend.historyHalfLife", 1.0, 2.0, 4.0, 8.0),
                        recipe("for-you", "historyBoughtTogether.trend", 0.0, 0.1, 0.15, 0.2, 0.3),
                        recipe("for-you", "historyAlsoBought.weight", 0.0, 0.005, 0.02, 0.05)));
    }

    private static Stage next() {
        return new Stage(
                Task.NEXT30,
                List.of("all"),
                "NDCG@10",
                0.7,
                List.of(
                        recipe("bought-next", "boughtBefore.weight", 0.0, 1.0, 2.0, 5.0, 10.0),
                        recipe("bought-next", "boughtTogether.weight", 0.0, 0.2, 0.5, 1.0, 2.0),
                        recipe("bought-next", "historyBoughtTogether.weight", 0.0, 0.2, 0.5, 1.0, 2.0),
                        recipe("bought-next", "boughtBefore.trend", 0.0, 0.1, 0.15, 0.2, 0.3),
                        recipe("bought-next", "alsoBought.weight", 0.0, 0.2, 0.5, 1.0),
                        recipe("bought-next", "popular.weight", 0.0, 0.1, 0.3),
                        Knob.of("boughtNext.beta", 0.0, 0.2),
                        Knob.of("boughtNext.walkAlpha", 0.5, 0.7, 1.0)));
    }

    private static Knob recipe(String placement, String path, Object... values) {
        return Knob.of("recommend.recipes." + placement + "." + path, values);
    }

    private static Knob recipes(String path, Object... values) {
        return Knob.ofAll(
                BASKETS.stream()
                        .map(placement -> "recommend.recipes." + placement + "." + path)
                        .toList(),
                values);
    }
}
