package org.cartograph.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How many orders a set must be in, when there are more sets than can be kept. */
class FrequencyFloorTest {

    @Test
    void staysWhileThereIsRoom() {
        assertThat(after(List.of(2, 9, 2))).isEqualTo(2);
    }

    @Test
    void risesUntilTheRestFits() {
        assertThat(after(List.of(2, 3, 4, 5))).isEqualTo(3);
        // Two of three orders each would be one too many with the other two: both go.
        assertThat(after(List.of(3, 3, 4, 5))).isEqualTo(4);
    }

    @Test
    void mayLeaveNothingOfEquals() {
        assertThat(after(List.of(9, 9, 9, 9))).isEqualTo(10);
    }

    @Test
    void dependsOnNoSequence() {
        List<Integer> sets = new ArrayList<>(List.of(2, 3, 3, 4, 5, 7, 7, 9, 9, 2));
        Random random = new Random(1);

        for (int turn = 0; turn < 20; turn++) {
            Collections.shuffle(sets, random);

            assertThat(after(sets)).isEqualTo(8);
        }
    }

    private static int after(List<Integer> sets) {
        FrequencyFloor floor = new FrequencyFloor(2, 9, 3);
        sets.stream().filter(orders -> orders >= floor.orders()).forEach(floor::count);
        return floor.orders();
    }
}
