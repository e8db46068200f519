package org.cartograph.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.Feedback.NOW;
import static org.cartograph.fixture.Feedback.ago;
import static org.cartograph.fixture.Feedback.answer;
import static org.cartograph.fixture.Feedback.answerOf;
import static org.cartograph.fixture.Feedback.attribute;
import static org.cartograph.fixture.Feedback.event;
import static org.cartograph.fixture.Feedback.line;
import static org.cartograph.fixture.Feedback.order;
import static org.cartograph.fixture.Feedback.outcome;
import static org.cartograph.fixture.Feedback.send;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the report says of two answers of the corner shop, {@link Feedback}:
 *
 * <pre>
 * ann  a1  saw butter, jam and milk; clicked butter, and bought it (2 · 2 EUR) with a sled (40 EUR)
 * bob  a2  saw butter and jam; clicked jam; experiment prices/cheap
 * </pre>
 */
class OutcomesTest {
    private static final List<Map<String, Object>> ANSWERS =
            List.of(answer("a1"), answer("a2", "variants", List.of("prices/cheap", "boxes/two"), "context", "email"));

    @BeforeEach
    void open() {
        Feedback.open();
        send(
                ANSWERS,
                List.of(
                        outcome("impression", "customerId", "ann", "at", ago(50)),
                        outcome("click", "productId", "butter", "customerId", "ann", "at", ago(20)),
                        bob("impression", "placement", "complete-the-basket"),
                        bob("click", "productId", "jam")));
        order("o9", "ann", 5, line("butter", 2, 2.0), line("sled", 1, 40.0));
        attribute("o9", "ann");
    }

    @Test
    void countsWhatWasSeenClickedAndBought() {
        assertThat(outcomes("{}"))
                .contains(
                        entry("answers", 2L),
                        entry("impressions", 5L),
                        entry("clicks", 2L),
                        entry("clickRate", 2.0 / 5),
                        entry("carts", 0L),
                        entry("dismissals", 0L),
                        entry("conversions", 1L),
                        entry("conversionRate", 1.0 / 5),
                        entry("relevance", 1.0),
                        entry("returnRate", 0.0));
    }

    @Test
    void countsMoney() {
        assertThat(outcomes("{}"))
                .contains(
                        entry("currency", "EUR"),
                        entry("revenue", 4.0),
                        entry("revenuePerThousand", 800.0),
                        entry("haloRevenue", 40.0));
    }

    @Test
    void boundsTheClickRate() {
        // Wilson for 2 of 5 at z = 1.96: (0.4 + 0.384 ± 1.96 · √(0.048 + 0.0369)) / 1.768.
        Map<String, Object> row = outcomes("{}");

        assertThat((double) row.get("clickRateLow")).isCloseTo(0.118, within(0.001));
        assertThat((double) row.get("clickRateHigh")).isCloseTo(0.769, within(0.001));
    }

    @Test
    void measuresCoverageAndNovelty() {
        // Of 16 lines butter has 4, jam 2 and milk 3; butter and jam were seen twice.
        double bits = 2 * log2(17.0 / 5) + 2 * log2(17.0 / 3) + log2(17.0 / 4);

        Map<String, Object> row = outcomes("{}");

        assertThat(row).containsEntry("coverage", 3.0 / 8);
        assertThat((double) row.get("novelty")).isCloseTo(bits / 5, within(1e-9));
    }

    @Test
    void tellsBoxesApart() {
        assertThat(rows("CALL cartograph.outcomes({by: ['placement']})"))
                .satisfiesExactly(
                        row -> assertThat(row)
                                .contains(
                                        entry("placement", "complete-the-basket"),
                                        entry("answers", 2L),
                                        entry("impressions", 4L),
                                        entry("revenue", 4.0),
                                        entry("haloRevenue", null)),
                        row -> assertThat(row)
                                .contains(
                                        entry("placement", "dont-forget"),
                                        entry("answers", 2L),
                                        entry("impressions", 1L),
                                        entry("clicks", 0L),
                                        entry("revenue", 0.0)));
    }

    @Test
    void countsAnAnswerInEachOfItsVariants() {
        assertThat(rows("CALL cartograph.outcomes({by: ['variant']})"))
                .extracting(row -> row.get("variant") + " " + row.get("impressions"))
                .containsExactly("boxes/two 2", "prices/cheap 2", "prices/dear 3");
        assertThat(rows("CALL cartograph.outcomes({by: ['variant'], experiment: 'prices'})"))
                .extracting(row -> row.get("variant"))
                .containsExactly("prices/cheap", "prices/dear");
        assertThat(outcomes("{variant: 'prices/dear'}")).containsEntry("answers", 1L);
    }

    @Test
    void tellsDaysPagesAndSourcesApart() {
        assertThat(rows("CALL cartograph.outcomes({by: ['day', 'context', 'source']})"))
                .extracting(row -> row.get("day") + " " + row.get("context") + " " + row.get("source"))
                .containsExactly(
                        ago(60).toLocalDate() + " cart BOUGHT_TOGETHER",
                        ago(60).toLocalDate() + " cart explore",
                        ago(60).toLocalDate() + " email BOUGHT_TOGETHER",
                        ago(60).toLocalDate() + " email explore");
    }

    @Test
    void looksOnlyAtWhatIsAskedFor() {
        assertThat(outcomes("{context: 'email'}")).contains(entry("answers", 1L), entry("conversions", 0L));
        assertThat(outcomes("{placement: 'dont-forget'}")).containsEntry("impressions", 1L);
        assertThat(outcomes("{source: 'explore'}")).containsEntry("impressions", 1L);
        assertThat(outcomes("{to: datetime() - duration({hours: 2})}"))
                .contains(entry("answers", 0L), entry("coverage", 0.0));
    }

    @Test
    void addsNoMoneyOfTwoCurrencies() {
        send(ANSWERS, List.of(bob("purchase", "productId", "jam", "value", 7, "currency", "USD")));

        assertThat(outcomes("{}")).contains(entry("currency", null), entry("revenue", null), entry("conversions", 2L));
        assertThat(rows("CALL cartograph.outcomes({by: ['currency']})"))
                .extracting(row -> row.get("currency") + " " + row.get("revenue") + " " + row.get("impressions"))
                .containsExactly("EUR 4.0 5", "USD 7.0 5");
    }

    @Test
    void subtractsWhatCameBack() {
        send(event("refund", "productId", "butter", "customerId", "ann", "orderId", "o9", "value", 1));

        assertThat(outcomes("{}")).contains(entry("revenue", 3.0), entry("returnRate", 1.0));
    }

    @Test
    void sumsWhatBuyersSpendLater() {
        order("o10", "ann", 2, line("tea", 3, 5.0));

        assertThat(outcomes("{}")).containsEntry("laterSpend", 15.0);
    }

    @Test
    void tellsNewProductsFromOthers() {
        rows("MATCH (p:Product {id: 'jam'}) SET p.releasedAt = datetime() - duration({days: 10})");
        send(ANSWERS, List.of(bob("purchase", "productId", "jam")));

        // Two impressions of jam, one of them bought; three of butter and milk, one of them bought.
        assertThat(outcomes("{}")).contains(entry("coldAttachRate", 1.0 / 2), entry("warmAttachRate", 1.0 / 3));
    }

    @Test
    void takesWhatWasNeverSoldForNew() {
        show("a3", "honey", "ann", 4);

        assertThat(outcomes("{placement: 'box'}"))
                .contains(entry("coldAttachRate", 0.0), entry("warmAttachRate", null));
    }

    @Test
    void noticesWhatIsShownAgainInVain() {
        show("a3", "butter", "ann", 4);
        show("a4", "milk", "ann", 3);
        show("a5", "milk", "bob", 3);

        // Ann had clicked butter and not milk; bob had not seen milk: one of eight.
        assertThat(outcomes("{}")).containsEntry("saturation", 1.0 / 8);
    }

    @Test
    void noticesWhatNobodyWouldHaveExpected() {
        show("a3", "honey", "ann", 4);
        show("a4", "teapot", "ann", 4);
        rows("MATCH (:Product {id: 'teapot'})<-[b:PURCHASED]-() DELETE b");
        send(
                List.of(answerOf("a3", box("honey")), answerOf("a4", box("teapot"))),
                List.of(
                        outcome("click", "recommendationId", "a3", "productId", "honey", "customerId", "ann"),
                        outcome("click", "recommendationId", "a4", "productId", "teapot", "customerId", "ann")));

        // Ann buys breakfast, which honey is; nobody buys the teapot. Butter and jam are bestsellers: one of four
        // clicks.
        assertThat(outcomes("{}")).containsEntry("serendipity", 1.0 / 4);
    }

    @Test
    void countsAnswersThatShowedNothing() {
        send(
                List.of(answerOf("a9", List.of(), "variants", List.of("boxes/none"))),
                List.of(outcome("impression", "recommendationId", "a9", "visitorId", "v1")));

        assertThat(outcomes("{variant: 'boxes/none'}"))
                .contains(entry("answers", 1L), entry("impressions", 0L), entry("conversionRate", null));
    }

    @Test
    void saysWhichWordsItKnows() {
        assertThatThrownBy(() -> outcomes("{by: ['plasement']}"))
                .hasMessageContaining(
                        "`by` must hold some of context, placement, variant, source, day, currency, but held "
                                + "'plasement'. Did you mean `placement`?");
        assertThatThrownBy(() -> outcomes("{from: date('2026-01-02'), to: date('2026-01-01')}"))
                .hasMessageContaining("`from` must be before `to`");
    }

    private static Map<String, Object> outcomes(String config) {
        List<Map<String, Object>> rows = rows("CALL cartograph.outcomes(" + config + ")");
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static Map<String, Object> bob(String type, String key, Object value, Object... more) {
        Map<String, Object> event =
                outcome(type, "recommendationId", "a2", "customerId", "bob", "at", NOW.minusMinutes(20), key, value);
        event.putAll(event(type, more));
        return event;
    }

    private static List<Map<String, Object>> box(String product) {
        return List.of(Map.of("placement", "box", "productId", product, "rank", 1, "score", 1.0));
    }

    /** Shows one product in a box of its own. */
    private static void show(String answer, String product, String customer, int minutesAgo) {
        send(
                List.of(answerOf(answer, box(product), "at", ago(minutesAgo))),
                List.of(outcome(
                        "impression", "recommendationId", answer, "customerId", customer, "at", ago(minutesAgo))));
    }

    private static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }
}
