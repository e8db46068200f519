package org.cartograph.feedback.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.feedback.learning.Learned.assertOffered;
import static org.cartograph.feedback.learning.Learned.learn;
import static org.cartograph.feedback.learning.Learned.offered;
import static org.cartograph.feedback.learning.Learned.seen;
import static org.cartograph.fixture.Shown.happen;
import static org.cartograph.fixture.Shown.receive;
import static org.cartograph.fixture.Shown.show;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LearningTest {
    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void countsALookByHowLikelyThePlaceIsLookedAt() {
        show("r1", "jam", 1, "");
        show("r2", "milk", 3, "");

        assertThat(learn()).containsEntry("recommendations", 2L).containsEntry("outcomes", 2L);

        assertOffered("jam", 1, 0);
        // 1 / log2(1 + 3)
        assertOffered("milk", 1 / 2.0, 0);
    }

    @Test
    void countsNothingThatNobodySaw() {
        show("r1", "jam", 1, "showed.seenAt = null");

        assertThat(learn()).containsEntry("recommendations", 1L).containsEntry("outcomes", 0L);
        assertThat(offered("jam", "jam")).isEmpty();
    }

    @Test
    void creditsTheBestOfWhatBecameOfAnOffer() {
        show("r1", "bread", 1, "showed.clickedAt = datetime()");
        show("r2", "jam", 1, "showed.clickedAt = datetime(), showed.addedAt = datetime()");
        show("r3", "tea", 1, "showed.clickedAt = datetime(), showed.boughtAt = datetime()");
        show("r4", "sled", 1, "showed.boughtAt = datetime(), showed.returnedAt = datetime()");

        learn();

        assertOffered("bread", 1, 0.1);
        assertOffered("jam", 1, 0.5);
        assertOffered("tea", 1, 1);
        assertOffered("sled", 1, 0);
    }

    @Test
    void countsARefusalAsOneLookMoreAndNotAsAClick() {
        show("r1", "jam", 1, "showed.dismissedAt = datetime()");
        receive("ann", "r1");

        learn();

        assertOffered("jam", 2, 0);
        assertThat(seen("ann", "jam")).containsEntry("clicked", false);
    }

    @Test
    void learnsNothingTwice() {
        show("r1", "jam", 1, "showed.clickedAt = datetime(), showed.dismissedAt = datetime()");
        receive("ann", "r1");
        learn();

        assertThat(learn()).containsEntry("recommendations", 0L);
        happen("r1", "showed.rank = 1");
        assertThat(learn()).containsEntry("recommendations", 1L).containsEntry("outcomes", 0L);

        assertOffered("jam", 2, 0.1);
        assertThat(seen("ann", "jam")).containsEntry("times", 1L);
    }

    @Test
    void learnsByAndByWhatItWouldHaveLearnedAtOnce() {
        String longAgo = "showed.seenAt = datetime() - duration({days: 60})";
        show("r1", "jam", 3, longAgo);
        learn();
        happen("r1", "showed.clickedAt = datetime()");
        learn();
        happen("r1", "showed.boughtAt = datetime(), showed.dismissedAt = datetime()");
        learn();
        show("r2", "milk", 3, longAgo + ", showed.boughtAt = datetime(), showed.dismissedAt = datetime()");
        learn();

        // Half of 1/2 look, of the refusal and of the take is left after 60 days.
        assertOffered("jam", 3 / 4.0, 1 / 2.0);
        assertOffered("milk", 3 / 4.0, 1 / 2.0);
    }

    @Test
    void takesBackWhatWasTakenBack() {
        show("r1", "jam", 1, "showed.boughtAt = datetime()");
        learn();
        happen("r1", "showed.boughtAt = null");
        learn();

        assertOffered("jam", 1, 0);
    }

    @Test
    void forgetsByHalves() {
        show("r1", "jam", 1, "showed.boughtAt = datetime()");
        learn();
        rows("MATCH ()-[o:OFFERED]->() SET o.at = datetime() - duration({days: 120})");
        show("r2", "jam", 1, "");
        learn();

        assertOffered("jam", 1 / 4.0 + 1, 1 / 4.0);
    }

    @Test
    void learnsBesideTheSeedAsWell() {
        show("r1", "jam", 1, "showed.via = 'bread', showed.clickedAt = datetime()");
        show("r2", "jam", 1, "showed.via = 'gone'");
        show("r3", "jam", 1, "showed.via = 'jam'");

        learn();

        assertOffered("jam", 3, 0.1);
        assertOffered("bread", "jam", 1, 0.1);
        assertThat(rows("MATCH ()-[o:OFFERED]->() WHERE o.productId IS NOT NULL RETURN o.productId AS id"))
                .containsExactly(Map.of("id", "jam"));
    }

    @Test
    void boundsWhatASeedKeeps() {
        rows("UNWIND range(1, 210) AS n CREATE (:Product {id: 'x' + n})");
        rows(
                "MATCH (b:Product {id: 'bread'}), (x:Product) WHERE x.id STARTS WITH 'x' "
                        + "CREATE (b)-[:OFFERED {placement: 'similar', shown: toInteger(substring(x.id, 1)), taken: 0, at: datetime()}]->(x)");
        rows("MATCH (b:Product {id: 'bread'}), (m:Product {id: 'milk'}) "
                + "CREATE (b)-[:OFFERED {placement: 'similar', shown: 0.04, taken: 0, at: datetime()}]->(m)");
        show("r1", "jam", 1, "showed.via = 'bread'");

        learn();

        assertThat(rows("MATCH (:Product {id: 'bread'})-[o:OFFERED]->(p) RETURN p.id AS id ORDER BY o.shown"))
                .hasSize(Evidence.MOST)
                .startsWith(Map.of("id", "jam"), Map.of("id", "x12"))
                .doesNotContain(Map.of("id", "milk"));
    }
}
