package org.cartograph.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.cartograph.fixture.Feedback.ago;
import static org.cartograph.fixture.Feedback.answer;
import static org.cartograph.fixture.Feedback.count;
import static org.cartograph.fixture.Feedback.event;
import static org.cartograph.fixture.Feedback.facts;
import static org.cartograph.fixture.Feedback.outcome;
import static org.cartograph.fixture.Feedback.send;
import static org.cartograph.fixture.Feedback.shown;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What events leave on the recommendation that they came from. */
class RecordOutcomesTest {
    @BeforeEach
    void open() {
        Feedback.open();
    }

    @Test
    void drawsTheWholeAnswerWithItsFirstEvent() {
        send(outcome("impression", "productId", "butter", "customerId", "ann", "at", ago(59)));

        assertThat(rows(
                        "MATCH (:Customer {id: 'ann'})-[:RECEIVED]->(r:Recommendation:Open:Unlearned) RETURN r.id AS id, "
                                + "r.context AS context, r.variants AS variants, r.at AS at, r.shared AS shared"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains(
                                entry("id", "a1"),
                                entry("context", "cart"),
                                entry("at", ago(60)),
                                entry("shared", false)));
        assertThat(shown("a1", "butter"))
                .containsOnly(
                        entry("placement", "complete-the-basket"),
                        entry("rank", 1L),
                        entry("usualRank", 1L),
                        entry("score", 1.0),
                        entry("source", "BOUGHT_TOGETHER"),
                        entry("via", "bread"),
                        entry("seenAt", ago(59)));
        assertThat(shown("a1", "milk")).containsEntry("usualRank", 0L).doesNotContainKey("seenAt");
    }

    @Test
    void countsAnImpressionForOneProductABoxOrTheWholeAnswer() {
        send(outcome("impression", "placement", "complete-the-basket"));
        assertThat(count("()-[s:SHOWED]->() WHERE s.seenAt IS NOT NULL")).isEqualTo(2);

        assertThat(send(outcome("impression"))).containsExactly("accepted");
        assertThat(count("()-[s:SHOWED]->() WHERE s.seenAt IS NOT NULL")).isEqualTo(3);

        assertThat(send(outcome("impression"))).containsExactly("duplicate");
    }

    @Test
    void takesWhoClicksForWhoHasSeen() {
        assertThat(send(outcome("click", "productId", "butter", "at", ago(50)))).containsExactly("accepted");

        assertThat(shown("a1", "butter")).contains(entry("clickedAt", ago(50)), entry("seenAt", ago(50)));
    }

    @Test
    void countsTheSameOutcomeOfTheSameRecommendationOnce() {
        assertThat(send(
                        outcome("click", "productId", "butter", "eventId", "e1"),
                        outcome("click", "productId", "butter", "eventId", "e2"),
                        outcome("dismiss", "productId", "butter"),
                        outcome("dismiss", "productId", "butter")))
                .containsExactly("accepted", "duplicate", "accepted", "duplicate");
    }

    @Test
    void keepsTheEarliestOfTwoTimes() {
        send(outcome("click", "productId", "butter", "at", ago(40)));

        assertThat(send(outcome("impression", "productId", "butter", "at", ago(45))))
                .containsExactly("duplicate");

        assertThat(shown("a1", "butter")).contains(entry("clickedAt", ago(40)), entry("seenAt", ago(45)));
    }

    @Test
    void marksForLearningOnlyWhenSomethingIsNew() {
        send(outcome("click", "productId", "butter"));
        rows("MATCH (r:Recommendation) REMOVE r:Unlearned");

        send(outcome("click", "productId", "butter"));
        assertThat(count("(r:Unlearned)")).isZero();

        send(outcome("click", "productId", "jam"));
        assertThat(count("(r:Unlearned)")).isEqualTo(1);
    }

    @Test
    void givesEveryBrowserItsOwnOutcomesOfACachedAnswer() {
        List<Map<String, Object>> cached = List.of(answer("a1", "shared", true));
        Map<String, Object> click = outcome("click", "productId", "butter");

        assertThat(send(
                        cached,
                        List.of(
                                outcome("click", "productId", "butter", "visitorId", "v1"),
                                outcome("click", "productId", "butter", "visitorId", "v2"),
                                outcome("click", "productId", "butter", "visitorId", "v1"),
                                click)))
                .containsExactly("accepted", "accepted", "duplicate", "accepted");

        assertThat(rows("MATCH (r:Recommendation) RETURN r.id AS id"))
                .extracting(row -> (String) row.get("id"))
                .hasSize(3)
                .contains("a1")
                .allMatch(id -> id.matches("a1(~[0-9a-f]{12})?"));
    }

    @Test
    void givesAnAnswerToTheCustomerWhoLoggedInAfterwards() {
        send(outcome("impression", "visitorId", "v1"));
        send(outcome("click", "productId", "butter", "customerId", "ann", "visitorId", "v1"));
        send(outcome("click", "productId", "jam", "visitorId", "v1"));

        assertThat(rows("MATCH (c)-[:RECEIVED]->() RETURN c.id AS id"))
                .extracting(row -> row.get("id"))
                .containsExactly("ann");
    }

    @Test
    void notesTheDenominatorOfAnAnswerThatShowedNothing() {
        List<Map<String, Object>> nothing = List.of(Feedback.answerOf("a1", List.of()));

        assertThat(send(nothing, List.of(outcome("impression", "visitorId", "v1"))))
                .containsExactly("accepted");
        assertThat(send(nothing, List.of(outcome("impression", "visitorId", "v1"))))
                .containsExactly("duplicate");

        assertThat(count("(:Customer {id: 'v1'})-[:RECEIVED]->(:Recommendation)"))
                .isEqualTo(1);
    }

    @Test
    void putsIntoTheCartOfAShopperAndOnTheRecommendation() {
        assertThat(send(outcome(
                        "add_to_cart", "productId", "butter", "customerId", "ann", "eventId", "e1", "at", ago(9))))
                .containsExactly("accepted");

        assertThat(shown("a1", "butter")).containsEntry("addedAt", ago(9));
        assertThat(facts("ann", "ADDED_TO_CART").get("butter"))
                .containsOnly(entry("at", ago(9)), entry("eventId", "e1"));
    }

    @Test
    void tellsAnAdditionWithoutAnIdFromItsRepetitionByItsRecommendation() {
        Map<String, Object> added = outcome("add_to_cart", "productId", "butter", "customerId", "ann");

        assertThat(send(added, added)).containsExactly("accepted", "duplicate");

        assertThat(count("(:Customer {id: 'ann'})-[:ADDED_TO_CART]->()")).isEqualTo(1);
    }

    @Test
    void writesOnlyFactsOfAProductThatATokenHadNoRoomFor() {
        List<Map<String, Object>> partial = List.of(answer("a1", "partial", true));

        assertThat(send(
                        partial,
                        List.of(
                                outcome("click", "productId", "sled", "customerId", "ann"),
                                outcome("dismiss", "productId", "sled", "customerId", "ann"))))
                .containsExactly("accepted", "accepted");

        assertThat(shown("a1", "sled")).isEmpty();
        assertThat(facts("ann", "DISMISSED")).containsOnlyKeys("sled");
    }

    @Test
    void ignoresWhereAViewCameFrom() {
        assertThat(send(outcome("view", "productId", "sled", "customerId", "ann", "eventId", "e1")))
                .containsExactly("accepted");

        assertThat(count("(r:Recommendation)")).isZero();
    }

    @Test
    void keepsNothingOfAPersonWhoRefusedButTheOutcome() {
        rows("MATCH (c:Customer {id: 'ann'}) SET c.consent = false");

        assertThat(send(
                        outcome("add_to_cart", "productId", "butter", "customerId", "ann", "eventId", "e1"),
                        event("view", "productId", "butter", "customerId", "ann", "eventId", "e2")))
                .containsExactly(
                        "accepted",
                        "`customerId` and `visitorId` must not be those of a customer who refused consent.");

        assertThat(shown("a1", "butter")).containsKey("addedAt");
        assertThat(count("(:Customer {id: 'ann'})-[:RECEIVED|ADDED_TO_CART|VIEWED]->()"))
                .isZero();
    }
}
