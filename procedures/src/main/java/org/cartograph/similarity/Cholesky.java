package org.cartograph.similarity;

/** Solves a small dense symmetric positive definite system in place, by the Cholesky–Banachiewicz factorisation. */
final class Cholesky {
    /** Below this a pivot counts as zero: its column depends on the others and takes no weight of its own. */
    private static final double SINGULAR = 1e-9;

    private Cholesky() {}

    /**
     * Replaces {@code rhs} with the solution.
     *
     * @param matrix row-major, at least n × n; only the lower triangle is read, and it is overwritten by the factor
     * @param rhs the right-hand side, length n
     */
    static void solve(double[] matrix, double[] rhs, int n) {
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < row; column++) {
                double rest = matrix[row * n + column] - dot(matrix, row * n, column * n, column);
                double pivot = matrix[column * n + column];
                matrix[row * n + column] = pivot == 0 ? 0 : rest / pivot;
            }
            double rest = matrix[row * n + row] - dot(matrix, row * n, row * n, row);
            matrix[row * n + row] = rest > SINGULAR ? Math.sqrt(rest) : 0;
        }
        for (int row = 0; row < n; row++) {
            double pivot = matrix[row * n + row];
            double rest = rhs[row];
            for (int column = 0; column < row; column++) {
                rest -= matrix[row * n + column] * rhs[column];
            }
            rhs[row] = pivot == 0 ? 0 : rest / pivot;
        }
        for (int row = n - 1; row >= 0; row--) {
            double pivot = matrix[row * n + row];
            double rest = rhs[row];
            for (int below = row + 1; below < n; below++) {
                rest -= matrix[below * n + row] * rhs[below];
            }
            rhs[row] = pivot == 0 ? 0 : rest / pivot;
        }
    }

    private static double dot(double[] matrix, int left, int right, int length) {
        double sum = 0;
        for (int at = 0; at < length; at++) {
            sum += matrix[left + at] * matrix[right + at];
        }
        return sum;
    }
}
