package org.cartograph.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.cartograph.fixture.Feedback.ago;
import static org.cartograph.fixture.Feedback.answer;
import static org.cartograph.fixture.Feedback.attribute;
import static org.cartograph.fixture.Feedback.cancel;
import static org.cartograph.fixture.Feedback.count;
import static org.cartograph.fixture.Feedback.event;
import static org.cartograph.fixture.Feedback.line;
import static org.cartograph.fixture.Feedback.order;
import static org.cartograph.fixture.Feedback.outcome;
import static org.cartograph.fixture.Feedback.send;
import static org.cartograph.fixture.Feedback.shown;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.fixture.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders are counted for what was recommended to their customers. */
class OrderAttributionTest {
    private static final List<Map<String, Object>> TWO_ANSWERS = List.of(answer("a1"), answer("a2"));

    @BeforeEach
    void open() {
        Feedback.open();
    }

    @Test
    void countsALineForWhatWasClicked() {
        send(click("a1", "butter", 20));
        order("o9", "ann", 5, line("butter", 3, 2.0), line("sled", 1, 40.0));

        assertThat(attribute("o9", "ann"))
                .containsOnly(
                        entry("orderId", "o9"), entry("attributed", 1L), entry("revenue", 6.0), entry("halo", 40.0));

        assertThat(shown("a1", "butter"))
                .contains(
                        entry("boughtAt", ago(5)),
                        entry("orderId", "o9"),
                        entry("revenue", 6.0),
                        entry("currency", "EUR"));
        assertThat(count("(:Recommendation:Unlearned {id: 'a1'})")).isEqualTo(1);
    }

    @Test
    void countsALineOnceForTheLastOfTwoClicks() {
        send(TWO_ANSWERS, List.of(click("a1", "butter", 20), click("a2", "butter", 10)));
        order("o9", "ann", 5, line("butter", 1, 2.0));

        attribute("o9", "ann");
        attribute("o9", "ann");

        assertThat(shown("a1", "butter")).doesNotContainKey("boughtAt");
        assertThat(shown("a2", "butter")).containsEntry("boughtAt", ago(5));
    }

    @Test
    void countsALineOnceWhereAnEventToldOfItBefore() {
        send(
                TWO_ANSWERS,
                List.of(
                        click("a1", "butter", 20),
                        click("a2", "butter", 10),
                        outcome("purchase", "productId", "butter", "customerId", "ann", "value", 1.5, "at", ago(6))));
        order("o9", "ann", 5, line("butter", 1, 2.0));

        assertThat(attribute("o9", "ann")).containsEntry("attributed", 1L);

        assertThat(shown("a1", "butter"))
                .contains(entry("orderId", "o9"), entry("revenue", 2.0), entry("currency", "EUR"));
        assertThat(shown("a2", "butter")).doesNotContainKey("boughtAt");
    }

    @Test
    void takesAnEventAfterTheOrderForARepetition() {
        send(TWO_ANSWERS, List.of(click("a1", "butter", 20), click("a2", "butter", 10)));
        order("o9", "ann", 5, line("butter", 1, 2.0));
        attribute("o9", "ann");

        assertThat(send(
                        outcome("purchase", "productId", "butter", "customerId", "ann", "value", 9, "at", ago(4)),
                        outcome("purchase", "productId", "butter", "orderId", "o9", "value", 9, "at", ago(4))))
                .containsExactly("duplicate", "duplicate");

        assertThat(shown("a2", "butter")).containsEntry("revenue", 2.0);
        assertThat(shown("a1", "butter")).doesNotContainKey("boughtAt");
    }

    @Test
    void knowsTheBrowserThatTheCustomerUsed() {
        send(outcome("click", "productId", "butter", "visitorId", "v1", "at", ago(20)));
        order("o9", "ann", 5, line("butter", 1, 2.0));

        assertThat(attribute("o9", "ann")).containsEntry("attributed", 0L);
        assertThat(attribute("o9", "ann", "v1")).containsEntry("attributed", 1L);
    }

    @Test
    void knowsTheBrowserOfAGuest() {
        send(outcome("click", "productId", "butter", "visitorId", "v1", "at", ago(20)));
        order("o9", "guest:o9", 5, line("butter", 1, 2.0));

        assertThat(attribute("o9", null, "v1")).containsEntry("attributed", 1L);
    }

    @Test
    void takesBackWhatAReplacedOrderNoLongerHolds() {
        send(click("a1", "butter", 20), click("a1", "jam", 20));
        order("o9", "ann", 5, line("butter", 1, 2.0));
        attribute("o9", "ann");
        rows("MATCH (r:Recommendation) REMOVE r:Unlearned");

        cancel("o9", "ann");
        order("o9", "ann", 5, line("jam", 2, 4.0));

        assertThat(attribute("o9", "ann")).contains(entry("attributed", 1L), entry("revenue", 8.0));
        assertThat(shown("a1", "butter")).doesNotContainKeys("boughtAt", "orderId", "revenue", "currency");
        assertThat(shown("a1", "jam")).containsEntry("revenue", 8.0);
        assertThat(count("(:Recommendation:Unlearned)")).isEqualTo(1);
    }

    @Test
    void followsAQuantityThatChanged() {
        send(click("a1", "butter", 20));
        order("o9", "ann", 5, line("butter", 1, 2.0));
        attribute("o9", "ann");

        cancel("o9", "ann");
        order("o9", "ann", 5, line("butter", 4, 2.0));
        attribute("o9", "ann");

        assertThat(shown("a1", "butter")).containsEntry("revenue", 8.0);
    }

    @Test
    void takesBackACancelledOrderAndItsHalo() {
        send(click("a1", "butter", 20));
        order("o9", "ann", 5, line("butter", 1, 2.0), line("sled", 1, 40.0));
        attribute("o9", "ann");
        assertThat(halo("a1")).containsExactly(40.0, 1L);

        cancel("o9", "ann");
        assertThat(attribute("o9", "ann")).containsEntry("attributed", 0L);

        assertThat(shown("a1", "butter")).containsKey("clickedAt").doesNotContainKeys("boughtAt", "revenue");
        assertThat(halo("a1")).containsExactly(0.0, 0L);
    }

    @Test
    void countsTheHaloOfAnOrderOnceAndSumsThatOfSeveral() {
        send(click("a1", "butter", 20));
        order("o8", "ann", 6, line("sled", 1, 40.0));
        order("o9", "ann", 5, line("tea", 2, 5.0));

        attribute("o8", "ann");
        attribute("o8", "ann");
        attribute("o9", "ann");

        assertThat(halo("a1")).containsExactly(50.0, 2L);
    }

    @Test
    void givesNoHaloToWhatWasOnlySeen() {
        send(outcome("impression", "customerId", "ann", "at", ago(20)));
        order("o9", "ann", 5, line("sled", 1, 40.0));

        assertThat(attribute("o9", "ann")).contains(entry("attributed", 0L), entry("halo", null));
    }

    @Test
    void knowsNoRevenueWithoutAPrice() {
        send(click("a1", "butter", 20));
        order("o9", "ann", 5, line("butter", 1, null));

        assertThat(attribute("o9", "ann")).contains(entry("attributed", 1L), entry("revenue", null));
        assertThat(shown("a1", "butter")).containsKey("boughtAt").doesNotContainKeys("revenue", "currency");
    }

    @Test
    void subtractsWhatCameBackAlready() {
        send(click("a1", "butter", 20));
        order("o9", "ann", 5, line("butter", 1, 2.0));
        send(event("refund", "productId", "butter", "customerId", "ann", "orderId", "o9", "at", ago(1)));

        attribute("o9", "ann");

        assertThat(shown("a1", "butter")).contains(entry("returnedAt", ago(1)), entry("refunded", 2.0));
    }

    @Test
    void countsNothingForWhoRefused() {
        send(click("a1", "butter", 20));
        rows("MATCH (c:Customer {id: 'ann'}) SET c.consent = false");
        order("o9", "ann", 5, line("butter", 1, 2.0));

        assertThat(attribute("o9", "ann")).containsEntry("attributed", 0L);
    }

    @Test
    void refusesAnOrderWithoutId() {
        assertThatThrownBy(() -> rows("CALL cartograph.feedback.attribute([{customerId: 'ann'}])"))
                .hasMessageContaining("`orderId` must be a text, but was null.");
    }

    @Test
    void closesADayAfterTheLastPurchaseThatCouldCount() {
        send(
                List.of(answer("a1", "at", ago(1_500)), answer("a2", "at", ago(1_480))),
                List.of(
                        outcome("click", "productId", "butter", "customerId", "ann", "at", ago(1_490)),
                        outcome(
                                "click",
                                "recommendationId",
                                "a2",
                                "productId",
                                "jam",
                                "customerId",
                                "ann",
                                "at",
                                ago(1_460))));
        order("o9", "ann", 1_480, line("butter", 1, 2.0));

        assertThat(rows("CALL cartograph.feedback.close()").get(0))
                .containsOnly(entry("closed", 1L), entry("attributed", 1L), entry("remaining", 0L));

        assertThat(shown("a1", "butter")).contains(entry("orderId", "o9"), entry("revenue", 2.0));
        assertThat(rows("MATCH (r:Open) RETURN r.id AS id"))
                .extracting(row -> row.get("id"))
                .containsExactly("a2");
        assertThat(rows("CALL cartograph.feedback.close()").get(0)).containsEntry("closed", 0L);
    }

    @Test
    void closesNoMoreThanAsked() {
        send(
                List.of(answer("a1", "at", ago(5_000)), answer("a2", "at", ago(5_000))),
                List.of(
                        outcome("impression", "at", ago(4_900)),
                        outcome("impression", "recommendationId", "a2", "at", ago(4_900))));

        assertThat(rows("CALL cartograph.feedback.close({limit: 1})").get(0))
                .contains(entry("closed", 1L), entry("remaining", 1L));
    }

    private static Map<String, Object> click(String answer, String product, int minutesAgo) {
        return outcome(
                "click", "recommendationId", answer, "productId", product, "customerId", "ann", "at", ago(minutesAgo));
    }

    private static List<Object> halo(String recommendation) {
        Map<String, Object> row = new HashMap<>(rows(
                        "MATCH (r:Recommendation {id: $id}) RETURN r.haloRevenue AS revenue, r.haloOrders AS orders",
                        Map.of("id", recommendation))
                .get(0));
        return List.of(row.getOrDefault("revenue", ""), row.getOrDefault("orders", ""));
    }
}
