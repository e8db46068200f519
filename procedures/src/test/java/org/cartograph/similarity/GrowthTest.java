package org.cartograph.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Pace of n orders that came just now: n · ln 2 / half-life, over the share of the past that was seen. */
class GrowthTest {
    private static final long DAY = 24 * 60 * 60;
    private static final double LN2 = Math.log(2);

    @Test
    void isOneForAProductThatSellsAsEver() {
        // Product 0 every day for a year.
        int days = 365;
        int[] starts = new int[days + 1];
        long[] time = new long[days];
        for (int day = 0; day < days; day++) {
            starts[day + 1] = day + 1;
            time[day] = day * DAY;
        }

        assertThat(new Growth(new Baskets(1, starts, new int[days]), time).of(0))
                .isCloseTo(1, within(0.02));
    }

    @Test
    void isOneForASteadyProductOfAYoungShop() {
        int days = 20;
        int[] starts = new int[days + 1];
        long[] time = new long[days];
        for (int day = 0; day < days; day++) {
            starts[day + 1] = day + 1;
            time[day] = day * DAY;
        }

        assertThat(new Growth(new Baskets(1, starts, new int[days]), time).of(0))
                .isCloseTo(1, within(0.02));
    }

    @Test
    void comparesTwoPaces() {
        // Product 0 sold once, 90 days ago; product 1 once, today.
        Growth growth = new Growth(new Baskets(2, new int[] {0, 1, 2}, new int[] {0, 1}), new long[] {0, 90 * DAY});

        double c = 10 * LN2 / 14;
        double fastSeen = 1 - Math.pow(2, -91 / 14.0);
        double slowSeen = 1 - Math.pow(2, -91 / 90.0);
        double old = (Math.pow(2, -90 / 14.0) * LN2 / 14 / fastSeen + c) / (0.5 * LN2 / 90 / slowSeen + c);
        double young = (LN2 / 14 / fastSeen + c) / (LN2 / 90 / slowSeen + c);
        assertThat(growth.of(0)).isCloseTo(old, within(1e-12)).isLessThan(1);
        assertThat(growth.of(1)).isCloseTo(young, within(1e-12)).isGreaterThan(1);
        assertThat(growth.all()).containsExactly(growth.of(0), growth.of(1));
    }

    @Test
    void doesNotPutThreeOrdersOnTopOfATrueTrend() {
        // Product 0: one order each tenth day of a year, then two a day for two weeks. Product 1: three orders today.
        int orders = 36 + 28 + 3;
        long[] time = new long[orders];
        int[] starts = new int[orders + 1];
        int[] products = new int[orders];
        for (int order = 0; order < orders; order++) {
            starts[order + 1] = order + 1;
            time[order] = order < 36 ? order * 10 * DAY : order < 64 ? 360 * DAY + (order - 36) * DAY / 2 : 374 * DAY;
            products[order] = order < 64 ? 0 : 1;
        }
        Growth growth = new Growth(new Baskets(2, starts, products), time);

        assertThat(growth.of(0)).isGreaterThan(growth.of(1));
        assertThat(growth.of(1)).isLessThan(1.3);
    }

    @Test
    void knowsNothingOfAShopWithoutOrders() {
        assertThat(new Growth(new Baskets(1, new int[1], new int[0]), new long[0]).of(0))
                .isEqualTo(1);
    }
}
