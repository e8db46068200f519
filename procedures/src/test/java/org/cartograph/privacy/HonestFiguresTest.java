package org.cartograph.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.Feedback.ago;
import static org.cartograph.fixture.Feedback.answer;
import static org.cartograph.fixture.Feedback.attribute;
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

/** What recommending brought, and how many met an experiment, does not change because somebody leaves. */
class HonestFiguresTest {
    private static final String SUMS = "CALL cartograph.outcomes({by: ['placement']}) "
            + "YIELD placement, impressions, clicks, carts, conversions, revenue, haloRevenue, returnRate RETURN * ORDER BY placement";
    private static final String UNITS = "CALL cartograph.experiment.report('boxes') YIELD variant, units, sampleRatioP "
            + "RETURN * ORDER BY variant";

    @BeforeEach
    void open() {
        Feedback.open();
        rows(
                "CALL cartograph.experiment.create('boxes', {variants: [{name: 'a'}, {name: 'b', recipes: {`also-bought`: {size: 1}}}]})");
        rows("CALL cartograph.experiment.start('boxes')");
        rows(
                "UNWIND ['ann', 'bob', 'cat', 'dan'] AS id WITH collect({experiment: 'boxes', variant: CASE WHEN id < 'c' THEN 'a' ELSE 'b' END, "
                        + "unit: id, customerId: id}) AS met CALL cartograph.experiment.expose(met) YIELD status RETURN status");
        send(
                List.of(answer("a1"), answer("a2", "shared", true)),
                List.of(
                        outcome("impression", "customerId", "ann", "at", ago(30)),
                        outcome("click", "customerId", "ann", "productId", "butter", "at", ago(29)),
                        outcome(
                                "add_to_cart",
                                "recommendationId",
                                "a2",
                                "customerId",
                                "ann",
                                "productId",
                                "jam",
                                "at",
                                ago(28))));
        order("o9", "ann", 5, line("butter", 3, 2.0), line("jam", 1, 4.0), line("sled", 1, 40.0));
        attribute("o9", "ann");
        send(outcome("refund", "customerId", "ann", "orderId", "o9", "productId", "butter", "at", ago(1)));
    }

    @Test
    void ofRecommendationsWhenACustomerLeaves() {
        List<Map<String, Object>> before = rows(SUMS);
        assertThat(before)
                .anySatisfy(row -> assertThat((Double) row.get("revenue")).isPositive());

        forget("ann");

        assertThat(rows(SUMS)).isEqualTo(before);
        assertThat(Zoe.traces("o9")).extracting(trace -> trace.get("where")).containsOnly(List.of("Order"));
    }

    @Test
    void ofAnExperimentWhenCustomersLeave() {
        List<Map<String, Object>> before = rows(UNITS);
        assertThat(before).extracting(row -> row.get("units")).containsExactly(2L, 2L);

        forget("ann");
        forget("dan");

        assertThat(rows(UNITS)).isEqualTo(before);
    }

    @Test
    void ofRecommendationsWhenTheyAreTooOldToBeKeptOneByOne() {
        rows("MATCH (r:Recommendation) SET r.at = datetime() - duration({days: 500})");

        rows("CALL cartograph.feedback.retain({})");

        assertThat(rows("MATCH (d:OutcomeDay) RETURN d")).isNotEmpty();
        assertThat(rows("MATCH (d:OutcomeDay)--() RETURN d")).isEmpty();
        assertThat(Zoe.traces("ann")).extracting(trace -> trace.get("where")).doesNotContain(List.of("OutcomeDay"));
    }

    private static void forget(String id) {
        rows("CALL cartograph.customer.forget($id)", Map.of("id", id));
    }
}
