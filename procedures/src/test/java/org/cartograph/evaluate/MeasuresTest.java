package org.cartograph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final double SECOND = Math.log(2) / Math.log(3);

    @Test
    void countsAHitWhereverItStands() {
        assertThat(Measures.of(new long[] {4, 7, 9}, new long[] {7}, 3))
                .containsExactly(new double[] {1, 1, 1 / 2.0, SECOND, 1 / 3.0, 1}, within(1e-12));
    }

    @Test
    void sharesTheGainAmongEverythingThatWasBought() {
        // Hits at ranks 1 and 3 of 3, four were bought: the ideal has three hits.
        double ideal = 1 + SECOND + 1 / 2.0;
        assertThat(Measures.of(new long[] {1, 5, 2}, new long[] {1, 2, 3, 4}, 3))
                .containsExactly(new double[] {1, 1, 1, (1 + 1 / 2.0) / ideal, 2 / 3.0, 2 / 4.0}, within(1e-12));
    }

    @Test
    void looksDeeperOnlyForTheDeepHitRate() {
        long[] ranking = new long[50];
        for (int rank = 0; rank < 50; rank++) {
            ranking[rank] = rank;
        }
        assertThat(Measures.of(ranking, new long[] {40}, 10)).containsExactly(0, 1, 0, 0, 0, 0);
        assertThat(Measures.of(ranking, new long[] {50}, 10)).containsExactly(0, 0, 0, 0, 0, 0);
    }

    @Test
    void givesTheIntervalOfAMean() {
        // Mean 1/2, s² = (4 · 1/4) / 3 = 1/3, s/√4 = √(1/12).
        Estimate estimate = Estimate.ofColumn(new double[][] {{0}, {1}, {1}, {0}}, 0);
        assertThat(estimate.value()).isEqualTo(1 / 2.0);
        assertThat(estimate.high() - estimate.value()).isCloseTo(1.959964 * Math.sqrt(1 / 12.0), within(1e-9));
        assertThat(estimate.samples()).isEqualTo(4);
    }
}
