package org.cartograph.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class WeightedDrawTest {

    @Test
    void drawsInProportionToTheWeights() {
        double[] weights = {1, 0, 3, 0};
        int[] drawn = draw(weights, 40_000);

        assertThat(drawn[0] / 40_000.0).isCloseTo(0.25, within(0.02));
        assertThat(drawn[2] / 40_000.0).isCloseTo(0.75, within(0.02));
    }

    @Test
    void neverDrawsAWeightOfZero() {
        int[] drawn = draw(new double[] {0, 1, 0, 0, 1, 0}, 10_000);

        assertThat(drawn).containsExactly(0, drawn[1], 0, 0, drawn[4], 0);
    }

    @Test
    void refusesWeightsThatAreAllZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedDraw.of(2, i -> 0))
                .withMessage("At least one weight must be positive, but they add up to 0.0.");
    }

    private static int[] draw(double[] weights, int times) {
        WeightedDraw table = WeightedDraw.of(weights.length, i -> weights[i]);
        Dice dice = new Dice(1, "test", 0);
        int[] drawn = new int[weights.length];
        for (int i = 0; i < times; i++) {
            drawn[table.draw(dice)]++;
        }
        return drawn;
    }
}
