package org.cartograph.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coffee 0 and filters 1 are in category 7, filters also in 8; the lamp 2 is in none. */
class ReplenishmentTest {
    private static final int COFFEE = 0;
    private static final int FILTERS = 1;
    private static final int LAMP = 2;
    private static final int[][] CATEGORIES = {{7}, {7, 8}, {}};
    private static final Offset<Double> DIGITS = within(1e-12);

    private final List<int[]> orders = new ArrayList<>();
    private int customers;

    /** Five customers come back for coffee, two do not. */
    @BeforeEach
    void buyCoffee() {
        customer(COFFEE, 0, 10);
        customer(COFFEE, 0, 20);
        customer(COFFEE, 5, 35);
        customer(COFFEE, 0, 40);
        customer(COFFEE, 1, 51);
        customer(COFFEE, 3);
        customer(COFFEE, 4);
    }

    @Test
    void countsTheCustomersWhoCameBackAndTheMedianGap() {
        assertThat(repeats(COFFEE).share()).isCloseTo(5 / 7.0, DIGITS);
        assertThat(repeats(COFFEE).gapDays()).isCloseTo(30, DIGITS);
    }

    @Test
    void countsEveryGapOfACustomerButTheCustomerOnce() {
        // Gaps 10, 20, 30, 40, 50 and 6, 6, 6: the middle ones are 10 and 20.
        customer(COFFEE, 0, 6, 12, 18);

        assertThat(repeats(COFFEE).share()).isCloseTo(6 / 8.0, DIGITS);
        assertThat(repeats(COFFEE).gapDays()).isCloseTo((10 + 20) / 2.0, DIGITS);
    }

    @Test
    void takesTheFiguresOfTheCategoryWhereFewCameBack() {
        customer(FILTERS, 0, 60);
        customer(FILTERS, 0);
        customer(FILTERS, 0);

        // Gaps 10, 20, 30, 40, 50, 60 of category 7; 8 has filters only.
        assertThat(repeats(FILTERS).share()).isCloseTo(6 / 10.0, DIGITS);
        assertThat(repeats(FILTERS).gapDays()).isCloseTo((30 + 40) / 2.0, DIGITS);
        assertThat(repeats(COFFEE).share()).isCloseTo(5 / 7.0, DIGITS);
    }

    @Test
    void takesTheFiguresOfTheCategoryForAProductWithoutASale() {
        assertThat(repeats(FILTERS)).isEqualTo(repeats(COFFEE));
    }

    @Test
    void saysNothingOfFewCustomersWithoutACategory() {
        customer(LAMP, 0, 10);
        customer(LAMP, 0, 10);
        customer(LAMP, 0, 10);
        customer(LAMP, 0, 10);
        assertThat(repeats(LAMP)).isEqualTo(Repeats.NONE);

        customer(LAMP, 0, 10);
        assertThat(repeats(LAMP)).isEqualTo(new Repeats(1, 10));
    }

    @Test
    void takesTwoOrdersOfOneMomentForOne() {
        customer(COFFEE, 9, 9);

        assertThat(repeats(COFFEE).share()).isCloseTo(5 / 8.0, DIGITS);
        assertThat(repeats(COFFEE).gapDays()).isCloseTo(30, DIGITS);
    }

    @Test
    void callsDueWhatIsBoughtAgainAfterSevenTenthsOfTheGap() {
        Repeats coffee = new Repeats(1 / 5.0, 30);

        assertThat(coffee.due(Duration.ofDays(21))).isTrue();
        assertThat(coffee.due(Duration.ofDays(20))).isFalse();
        assertThat(new Repeats(0.19, 30).due(Duration.ofDays(300))).isFalse();
        assertThat(Repeats.NONE.due(Duration.ofDays(300))).isFalse();
    }

    @Test
    void saysHowMuchOfTheGapHasPassed() {
        Repeats coffee = new Repeats(1, 30);

        assertThat(coffee.passed(Duration.ofDays(12))).isCloseTo(12 / 30.0, DIGITS);
        assertThat(coffee.passed(Duration.ofDays(31))).isEqualTo(1);
        assertThat(coffee.passed(Duration.ofDays(-1))).isZero();
        assertThat(Repeats.NONE.passed(Duration.ZERO)).isEqualTo(1);
    }

    private void customer(int product, int... days) {
        for (int day : days) {
            orders.add(new int[] {customers, day, product});
        }
        customers++;
    }

    private Repeats repeats(int product) {
        int[] start = new int[orders.size() + 1];
        int[] products = new int[orders.size()];
        int[] customer = new int[orders.size()];
        long[] time = new long[orders.size()];
        for (int order = 0; order < products.length; order++) {
            start[order + 1] = order + 1;
            customer[order] = orders.get(order)[0];
            time[order] = orders.get(order)[1] * 24L * 60 * 60;
            products[order] = orders.get(order)[2];
        }
        Baskets baskets = new Baskets(CATEGORIES.length, start, products);
        return Replenishment.of(baskets, new OrderSequence(customer, time), CATEGORIES)[product];
    }
}
