package org.cartograph.feedback.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.feedback.learning.Learned.assertOffered;
import static org.cartograph.feedback.learning.Learned.learn;
import static org.cartograph.feedback.learning.Learned.seen;
import static org.cartograph.fixture.Shown.happen;
import static org.cartograph.fixture.Shown.receive;
import static org.cartograph.fixture.Shown.show;
import static org.cartograph.fixture.TestDatabase.rows;

import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of what a shopper has seen. */
class MemoriesTest {
    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void remembersWhatAShopperHasSeenOncePerRecommendation() {
        show("r1", "jam", 1, "");
        receive("ann", "r1");
        learn();
        happen("r1", "showed.clickedAt = datetime()");
        learn();
        assertThat(seen("ann", "jam"))
                .containsEntry("times", 1L)
                .containsEntry("clicked", true)
                .containsEntry("dated", true);

        show("r2", "jam", 1, "");
        receive("ann", "r2");
        learn();

        assertThat(seen("ann", "jam")).containsEntry("times", 2L).containsEntry("clicked", true);
    }

    @Test
    void remembersNothingOfAShopperWhoRefusedConsent() {
        show("r1", "jam", 1, "");
        receive("ann", "r1");
        rows("MATCH (c:Customer {id: 'ann'}) SET c.consent = false");

        learn();

        assertOffered("jam", 1, 0);
        assertThat(rows("MATCH ()-[s:SEEN]->() RETURN s")).isEmpty();
    }
}
