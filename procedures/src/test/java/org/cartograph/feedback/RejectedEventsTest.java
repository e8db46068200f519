package org.cartograph.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.fixture.Feedback.NOW;
import static org.cartograph.fixture.Feedback.ago;
import static org.cartograph.fixture.Feedback.answer;
import static org.cartograph.fixture.Feedback.count;
import static org.cartograph.fixture.Feedback.event;
import static org.cartograph.fixture.Feedback.facts;
import static org.cartograph.fixture.Feedback.outcome;
import static org.cartograph.fixture.Feedback.send;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.fixture.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wrong event says what is wrong with it, and spoils no other. */
class RejectedEventsTest {
    @BeforeEach
    void open() {
        Feedback.open();
    }

    @Test
    void keepsTheGoodOnesOfAGroup() {
        assertThat(send(
                        event("view", "productId", "tea", "customerId", "ann", "eventId", "e1"),
                        event("view", "productId", "coffee", "customerId", "ann", "eventId", "e2"),
                        event("view", "productId", "jam", "customerId", "ann", "eventId", "e3")))
                .containsExactly(
                        "accepted", "`productId` must be a product of this shop, but was 'coffee'.", "accepted");

        assertThat(facts("ann", "VIEWED")).containsOnlyKeys("tea", "jam");
    }

    @Test
    void knowsWhatWasMeant() {
        assertThat(send(event("clik", "productId", "tea"), event("view", "produktId", "tea")))
                .satisfiesExactly(
                        reason -> assertThat(reason)
                                .startsWith("`type` must be one of impression, view, click")
                                .endsWith("but was 'clik'. Did you mean `click`?"),
                        reason -> assertThat(reason)
                                .startsWith("`produktId` is not a key here. Did you mean `productId`?"));
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(send(
                        event("view", "productId", "tea", "customerId", "ann"),
                        event("view", "customerId", "ann", "eventId", "e1"),
                        event("view", "productId", "tea", "eventId", "e1"),
                        event("click", "productId", "tea", "customerId", "ann"),
                        event("search", "customerId", "ann", "eventId", "e1"),
                        event("rating", "productId", "tea", "customerId", "ann"),
                        event("refund", "productId", "tea", "customerId", "ann"),
                        event("purchase", "productId", "tea"),
                        event("add_to_cart", "productId", "tea", "customerId", "ann")))
                .containsExactly(
                        "`eventId` must be given with type 'view', but was missing.",
                        "`productId` must be given with type 'view', but was missing.",
                        "`customerId` or `visitorId` must be given with type 'view', but both were missing.",
                        "`recommendationId` must be given with type 'click', but was missing.",
                        "`query` must be given with type 'search', but was missing.",
                        "`value` must be given with type 'rating', but was missing.",
                        "`orderId` must be given with type 'refund', but was missing.",
                        "`customerId` or `visitorId` must be given with type 'purchase', but both were missing.",
                        "`eventId` must be given with type 'add_to_cart', but was missing.");
    }

    @Test
    void refusesValuesOfAnotherKind() {
        assertThat(send(
                        event("rating", "productId", "tea", "customerId", "ann", "value", 6),
                        event("view", "productId", 7, "customerId", "ann", "eventId", "e1"),
                        event("view", "productId", "tea", "customerId", "ann", "eventId", "e1", "at", "yesterday"),
                        event("view", "productId", "tea", "visitorId", "v".repeat(65), "eventId", "e1")))
                .satisfiesExactly(
                        reason -> assertThat(reason).isEqualTo("`value` must be a number between 0 and 5, but was 6."),
                        reason -> assertThat(reason).isEqualTo("`productId` must be a text, but was 7."),
                        reason -> assertThat(reason).isEqualTo("`at` must be a date and time, but was 'yesterday'."),
                        reason -> assertThat(reason).startsWith("`visitorId` must be a text of 1 to 64 characters"));
    }

    @Test
    void rejectsAnEventThatIsNone() {
        Map<String, Object> events = new HashMap<>();
        events.put("events", Arrays.asList((Object) null));

        assertThat(rows("CALL cartograph.feedback.record($events)", events).get(0))
                .containsEntry("status", "rejected");
    }

    @Test
    void refusesTheFutureButForgivesAClockThatIsFast() {
        assertThat(send(
                        event("view", "productId", "tea", "customerId", "ann", "eventId", "e1", "at", NOW.plusDays(1)),
                        event(
                                "view",
                                "productId",
                                "jam",
                                "customerId",
                                "ann",
                                "eventId",
                                "e2",
                                "at",
                                NOW.plusSeconds(200))))
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("`at` must not be in the future, but was "),
                        reason -> assertThat(reason).isEqualTo("accepted"));

        assertThat(rows("MATCH (:Customer {id: 'ann'})-[v:VIEWED]->() RETURN v.at <= datetime() AS past")
                        .get(0))
                .containsEntry("past", true);
    }

    @Test
    void refusesAnOutcomeBeforeItsRecommendation() {
        assertThat(send(
                        outcome("click", "productId", "butter", "at", ago(66)),
                        outcome("click", "productId", "butter", "at", ago(64))))
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("`at` must not be before its recommendation was made"),
                        reason -> assertThat(reason).isEqualTo("accepted"));
    }

    @Test
    void refusesACustomerThatNobodyKnows() {
        assertThat(send(outcome("click", "productId", "butter", "customerId", "u9")))
                .containsExactly("`customerId` must be a customer the shop knows from an order or preferences, or come "
                        + "with a `visitorId`, but was 'u9'.");

        assertThat(count("(r:Recommendation)")).isZero();
    }

    @Test
    void refusesWhatTheAnswerDidNotShow() {
        assertThat(send(
                        outcome("click", "productId", "tea"),
                        outcome("click", "productId", "butter", "placement", "dont-forget"),
                        outcome("impression", "placement", "upgrade")))
                .containsExactly(
                        "`productId` must be one that the recommendation showed, but was 'tea'.",
                        "`placement` must be one that the recommendation showed the product in, but was 'dont-forget'.",
                        "`placement` must be one that the recommendation showed, but was 'upgrade'.");

        assertThat(count("(r:Recommendation)")).isZero();
    }

    @Test
    void refusesARecommendationThatWasNotHandedOverOrCannotBeRead() {
        Map<String, Object> broken = answer("a2", "items", List.of("butter"));

        assertThat(send(
                        List.of(broken, answer("a1")),
                        List.of(
                                event("click", "productId", "butter", "recommendationId", "a9"),
                                event("click", "productId", "butter", "recommendationId", "a2"),
                                outcome("click", "productId", "butter"))))
                .containsExactly(
                        "`recommendationId` must be one of the recommendations that were handed over, but was 'a9'.",
                        "`recommendationId` must be one that can be read, but `items` must be a list of maps, but was "
                                + "'butter'.",
                        "accepted");
    }

    @Test
    void refusesAMistypedSettingAtOnce() {
        assertThatThrownBy(() -> rows("CALL cartograph.feedback.record([], [], {sessionMinuts: 5})"))
                .hasMessageContaining("Did you mean `sessionMinutes`?");
    }
}
