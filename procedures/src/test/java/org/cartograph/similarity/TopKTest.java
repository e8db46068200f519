package org.cartograph.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopKTest {
    @Test
    void keepsTheBestInOrder() {
        TopK best = new TopK(2);
        best.offer(7, 0.1);
        best.offer(8, 0.9);
        best.offer(9, 0.5);

        TopK.Selection selection = best.take();

        assertThat(selection.numbers()).containsExactly(8, 9);
        assertThat(selection.scores()).containsExactly(0.9, 0.5);
    }

    @Test
    void prefersTheSmallerNumberAmongEqualScores() {
        TopK best = new TopK(2);
        for (int number : new int[] {5, 3, 9, 1, 4}) {
            best.offer(number, 1);
        }

        assertThat(best.take().numbers()).containsExactly(1, 3);
    }

    @Test
    void isEmptyAfterItWasTaken() {
        TopK best = new TopK(3);
        best.offer(1, 1);
        best.take();

        assertThat(best.take().numbers()).isEmpty();
    }

    @Test
    void agreesWithSortingEverything() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            int size = random.nextInt(50);
            int capacity = random.nextInt(20);
            double[] scores =
                    random.ints(size, 0, 10).mapToDouble(score -> score).toArray();
            TopK best = new TopK(capacity);
            IntStream.range(0, size).forEach(number -> best.offer(number, scores[number]));

            assertThat(best.take().numbers())
                    .containsExactly(IntStream.range(0, size)
                            .boxed()
                            .sorted(Comparator.<Integer>comparingDouble(number -> -scores[number])
                                    .thenComparing(Comparator.naturalOrder()))
                            .limit(capacity)
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }
}
