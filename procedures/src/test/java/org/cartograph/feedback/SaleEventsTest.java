package org.cartograph.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.cartograph.fixture.Feedback.ago;
import static org.cartograph.fixture.Feedback.answer;
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

/** Purchases and refunds that a storefront tells of. */
class SaleEventsTest {
    private static final List<Map<String, Object>> TWO_ANSWERS = List.of(answer("a1"), answer("a2"));

    @BeforeEach
    void open() {
        Feedback.open();
    }

    @Test
    void countsAPurchaseForItsRecommendation() {
        Map<String, Object> purchase = outcome(
                "purchase", "productId", "butter", "value", 4.5, "currency", "EUR", "orderId", "o9", "at", ago(3));

        assertThat(send(purchase, purchase)).containsExactly("accepted", "duplicate");

        assertThat(shown("a1", "butter"))
                .contains(
                        entry("boughtAt", ago(3)),
                        entry("seenAt", ago(3)),
                        entry("revenue", 4.5),
                        entry("currency", "EUR"),
                        entry("orderId", "o9"));
    }

    @Test
    void writesNoLineOfAnOrder() {
        send(outcome("purchase", "productId", "milk", "customerId", "ann", "value", 1));

        assertThat(facts("ann", "PURCHASED")).containsOnlyKeys("bread", "butter", "jam");
    }

    @Test
    void countsAPurchaseForTheLastClickAndElseForWhatWasSeenLast() {
        send(
                TWO_ANSWERS,
                List.of(
                        click("a1", "butter", 20),
                        impression("a2", "butter", 10),
                        impression("a1", "jam", 20),
                        impression("a2", "jam", 10)));

        assertThat(send(bought("butter", 5), bought("jam", 5))).containsExactly("accepted", "accepted");

        assertThat(shown("a1", "butter")).containsEntry("boughtAt", ago(5));
        assertThat(shown("a2", "butter")).doesNotContainKey("boughtAt");
        assertThat(shown("a1", "jam")).doesNotContainKey("boughtAt");
        assertThat(shown("a2", "jam")).containsEntry("boughtAt", ago(5));
    }

    @Test
    void countsNothingBeyondTheWindow() {
        send(TWO_ANSWERS, List.of(click("a1", "butter", 36)));

        assertThat(send(bought("butter", 5))).containsExactly("accepted");

        assertThat(shown("a1", "butter")).doesNotContainKey("boughtAt");
    }

    @Test
    void waitsLongerForWhoReadsALetter() {
        send(List.of(answer("a1", "context", "email", "at", ago(3_000))), List.of(click("a1", "butter", 1_400)));

        send(bought("butter", 5));

        assertThat(shown("a1", "butter")).containsEntry("boughtAt", ago(5));
    }

    @Test
    void countsTheSameSaleOnceWhicheverWayItIsTold() {
        send(TWO_ANSWERS, List.of(click("a1", "butter", 20), click("a2", "butter", 10)));

        assertThat(send(bought("butter", 5), bought("butter", 5))).containsExactly("accepted", "duplicate");
        assertThat(send(outcome("purchase", "productId", "butter", "customerId", "ann", "at", ago(5))))
                .containsExactly("duplicate");

        assertThat(shown("a1", "butter")).doesNotContainKey("boughtAt");
        assertThat(shown("a2", "butter")).containsKey("boughtAt");
    }

    @Test
    void countsAnotherOrderOfTheSameProductForTheTouchBefore() {
        send(TWO_ANSWERS, List.of(click("a1", "butter", 20), click("a2", "butter", 10)));

        assertThat(send(
                        event("purchase", "productId", "butter", "customerId", "ann", "orderId", "o8", "at", ago(6)),
                        event("purchase", "productId", "butter", "customerId", "ann", "orderId", "o9", "at", ago(5))))
                .containsExactly("accepted", "accepted");

        assertThat(shown("a2", "butter")).containsEntry("orderId", "o8");
        assertThat(shown("a1", "butter")).containsEntry("orderId", "o9");
    }

    @Test
    void fillsARevenueThatNobodyHadSaid() {
        send(outcome("purchase", "productId", "butter", "orderId", "o9"));

        assertThat(send(outcome("purchase", "productId", "butter", "orderId", "o9", "value", 3, "currency", "EUR")))
                .containsExactly("accepted");

        assertThat(shown("a1", "butter")).contains(entry("revenue", 3.0), entry("currency", "EUR"));
    }

    @Test
    void takesARefundOffTheSale() {
        send(outcome(
                "purchase",
                "productId",
                "butter",
                "customerId",
                "ann",
                "orderId",
                "o1",
                "value",
                2,
                "currency",
                "EUR"));
        rows("MATCH (p:Product) REMOVE p.changedAt");
        Map<String, Object> refund = event(
                "refund", "productId", "butter", "customerId", "ann", "orderId", "o1", "value", 0.5, "at", ago(1));

        assertThat(send(refund, refund)).containsExactly("accepted", "duplicate");

        assertThat(shown("a1", "butter")).contains(entry("returnedAt", ago(1)), entry("refunded", 0.5));
        assertThat(facts("ann", "RETURNED").get("butter")).containsOnly(entry("orderId", "o1"), entry("at", ago(1)));
        assertThat(rows("MATCH (p:Product) WHERE p.changedAt IS NOT NULL RETURN p.id AS id"))
                .extracting(row -> row.get("id"))
                .containsExactly("butter");
    }

    @Test
    void refundsTheWholeRevenueWhereNoAmountIsSaid() {
        send(outcome("purchase", "productId", "butter", "customerId", "ann", "orderId", "o1", "value", 2));

        send(event("refund", "productId", "butter", "customerId", "ann", "orderId", "o1"));

        assertThat(shown("a1", "butter")).containsEntry("refunded", 2.0);
    }

    @Test
    void refundsAGuest() {
        assertThat(send(event("refund", "productId", "butter", "orderId", "o7")))
                .containsExactly("accepted");

        assertThat(facts("guest:o7", "RETURNED")).containsOnlyKeys("butter");
    }

    @Test
    void refusesARefundBeforeItsOrder() {
        assertThat(send(
                        event("refund", "productId", "butter", "customerId", "ann", "orderId", "o9"),
                        event("refund", "productId", "tea", "customerId", "ann", "orderId", "o1")))
                .containsExactly(
                        "`orderId` must be an order of this customer with that product, but was 'o9'; send the refund again "
                                + "after its order.",
                        "`orderId` must be an order of this customer with that product, but was 'o1'; send the refund again "
                                + "after its order.");
    }

    private static Map<String, Object> click(String answer, String product, int minutesAgo) {
        return outcome(
                "click", "recommendationId", answer, "productId", product, "customerId", "ann", "at", ago(minutesAgo));
    }

    private static Map<String, Object> impression(String answer, String product, int minutesAgo) {
        return outcome(
                "impression",
                "recommendationId",
                answer,
                "productId",
                product,
                "customerId",
                "ann",
                "at",
                ago(minutesAgo));
    }

    private static Map<String, Object> bought(String product, int minutesAgo) {
        return event("purchase", "productId", product, "customerId", "ann", "at", ago(minutesAgo));
    }
}
