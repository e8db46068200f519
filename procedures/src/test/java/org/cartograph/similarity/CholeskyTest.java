package org.cartograph.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {
    @Test
    void solvesASystemThatCanBeSolvedByHand() {
        // 4x + 2y = 10, 2x + 3y = 9: x = 3/2, y = 2.
        double[] rhs = {10, 9};

        Cholesky.solve(new double[] {4, 0, 2, 3}, rhs, 2);

        assertThat(rhs[0]).isCloseTo(1.5, within(1e-12));
        assertThat(rhs[1]).isCloseTo(2, within(1e-12));
    }

    @Test
    void givesBackTheSolutionOfRandomSystems() {
        Random random = new Random(7);
        for (int n = 1; n <= 40; n += 3) {
            double[][] root = new double[n][n];
            double[] expected = random.doubles(n, -1, 1).toArray();
            for (double[] row : root) {
                for (int column = 0; column < n; column++) {
                    row[column] = random.nextGaussian();
                }
            }
            double[] matrix = new double[n * n];
            double[] rhs = new double[n];
            for (int row = 0; row < n; row++) {
                for (int column = 0; column < n; column++) {
                    double sum = row == column ? 1 : 0;
                    for (int at = 0; at < n; at++) {
                        sum += root[row][at] * root[column][at];
                    }
                    matrix[row * n + column] = sum;
                    rhs[row] += sum * expected[column];
                }
            }

            Cholesky.solve(matrix, rhs, n);

            assertThat(rhs).containsExactly(expected, within(1e-8));
        }
    }

    @Test
    void givesNoWeightToARowThatSaysNothingNew() {
        double[] rhs = {1, 1};

        Cholesky.solve(new double[] {1, 1, 1, 1}, rhs, 2);

        assertThat(rhs).containsExactly(new double[] {1, 0}, within(1e-12));
    }
}
