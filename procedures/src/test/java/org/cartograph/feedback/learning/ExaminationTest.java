package org.cartograph.feedback.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.Shown.show;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the swaps of the first product with another say of the places. */
class ExaminationTest {
    private static final Offset<Double> CLOSE = within(1e-4);
    private static final String CLICKED = ", showed.clickedAt = datetime()";

    @BeforeEach
    void open() {
        CornerShop.open();
    }

    /** Shows the product that is usually first, some of the times clicked. */
    private static void first(int rank, int times, int clicked) {
        for (int n = 0; n < times; n++) {
            show(rank + "-" + n, "jam", rank, "showed.usualRank = 1" + (n < clicked ? CLICKED : ""));
        }
    }

    private static double examination(int rank) {
        rows("CALL cartograph.feedback.learn()");
        return (double) rows(
                        "MATCH (p:Position {placement: 'similar', rank: $rank}) RETURN p.examination AS examination",
                        Map.of("rank", rank))
                .get(0)
                .get("examination");
    }

    @Test
    void assumesTheDiscountOfDcgBeforeAnythingIsKnown() {
        show("r1", "jam", 1, "");
        show("r2", "jam", 3, "showed.usualRank = 3" + CLICKED);
        show("r3", "jam", 7, "showed.usualRank = 0" + CLICKED);

        assertThat(examination(1)).isEqualTo(1);
        assertThat(examination(3)).isCloseTo(1 / 2.0, CLOSE);
        assertThat(examination(7)).isCloseTo(1 / 3.0, CLOSE);
    }

    @Test
    void comparesTheFirstInItsPlaceWithTheFirstInAnother() {
        first(1, 40, 20);
        first(3, 20, 8);

        // (8 + 10 · 1/2) / (20 · 20/40 + 10)
        assertThat(examination(3)).isCloseTo(13 / 20.0, CLOSE);
        assertThat(examination(1)).isEqualTo(1);
    }

    @Test
    void learnsNothingOfPlacesFromAnswersThatDoNotExplore() {
        first(1, 4, 4);
        first(3, 4, 4);
        rows("MATCH (r:Recommendation) SET r.shared = true");

        assertThat(examination(3)).isCloseTo(1 / 2.0, CLOSE);
    }

    @Test
    void countsALaterLookByWhatWasLearned() {
        first(1, 40, 20);
        first(3, 20, 8);
        assertThat(examination(3)).isCloseTo(13 / 20.0, CLOSE);

        show("later", "sled", 3, "showed.usualRank = 3");
        rows("CALL cartograph.feedback.learn()");

        double looks = (double) rows("MATCH (p:Product {id: 'sled'})-[o:OFFERED]->(p) RETURN o.shown AS looks")
                .get(0)
                .get("looks");
        assertThat(looks).isCloseTo(13 / 20.0, CLOSE);
    }

    @Test
    void staysWithinBounds() {
        Position first = new Position(1);
        first.see(10_000, true);
        first.click(10_000, true);
        Position dark = new Position(1);
        dark.see(10_000, true);
        Position bright = new Position(1);
        bright.see(1, true);
        bright.click(10_000, true);

        assertThat(Examination.of(2, first, dark)).isEqualTo(0.05);
        assertThat(Examination.of(2, first, bright)).isEqualTo(2);
    }
}
