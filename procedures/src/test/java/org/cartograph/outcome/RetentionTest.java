package org.cartograph.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.cartograph.fixture.Feedback.ago;
import static org.cartograph.fixture.Feedback.answer;
import static org.cartograph.fixture.Feedback.attribute;
import static org.cartograph.fixture.Feedback.count;
import static org.cartograph.fixture.Feedback.line;
import static org.cartograph.fixture.Feedback.order;
import static org.cartograph.fixture.Feedback.outcome;
import static org.cartograph.fixture.Feedback.send;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cartograph.fixture.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old answers are summed up by day; what can be summed stays as it was. */
class RetentionTest {
    private static final int OLD = 410 * 24 * 60;
    private static final String ALL = "{from: date('2020-01-01'), by: ['context', 'variant']}";

    @BeforeEach
    void open() {
        Feedback.open();
        List<Map<String, Object>> answers = new ArrayList<>();
        List<Map<String, Object>> events = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            String id = "old" + number;
            answers.add(answer(id, "at", ago(OLD), "variants", List.of("prices/dear", "boxes/two")));
            events.add(outcome("impression", "recommendationId", id, "customerId", "ann", "at", ago(OLD - 1)));
            events.add(outcome(
                    "click", "recommendationId", id, "productId", "butter", "customerId", "ann", "at", ago(OLD - 2)));
        }
        answers.add(answer("new"));
        events.add(outcome("impression", "recommendationId", "new", "customerId", "ann"));
        send(answers, events);
        order("o9", "ann", OLD - 3, line("butter", 2, 2.0), line("sled", 1, 40.0));
        attribute("o9", "ann");
    }

    @Test
    void keepsTheSums() {
        List<Map<String, Object>> before = outcomes(ALL);

        assertThat(rows("CALL cartograph.feedback.retain()").get(0))
                .containsOnly(entry("recommendations", 5L), entry("remaining", 0L));

        assertThat(count("(r:Recommendation)")).isEqualTo(1);
        assertThat(outcomes(ALL)).isEqualTo(before);
    }

    @Test
    void tellsOldBoxesApart() {
        rows("CALL cartograph.feedback.retain()");

        assertThat(rows("CALL cartograph.outcomes({from: date('2020-01-01'), by: ['placement'], placement: "
                        + "'complete-the-basket'})"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains(
                                entry("impressions", 12L),
                                entry("clicks", 5L),
                                entry("revenue", 4.0),
                                entry("answers", null)));
    }

    @Test
    void sumsNothingTwice() {
        rows("CALL cartograph.feedback.retain({limit: 2})");
        assertThat(rows("CALL cartograph.feedback.retain({limit: 2})").get(0))
                .contains(entry("recommendations", 2L), entry("remaining", 1L));
        rows("CALL cartograph.feedback.retain()");
        assertThat(rows("CALL cartograph.feedback.retain()").get(0)).containsEntry("recommendations", 0L);

        assertThat(rows("MATCH (d:OutcomeDay) RETURN sum(d.answers) AS answers, sum(d.impressions) AS impressions, "
                                + "sum(d.revenue) AS revenue, sum(d.haloRevenue) AS halo, count(DISTINCT d.day) AS days")
                        .get(0))
                .contains(
                        entry("answers", 5L),
                        entry("impressions", 15L),
                        entry("revenue", 4.0),
                        entry("halo", 40.0),
                        entry("days", 1L));
    }

    @Test
    void keepsWhatIsYoungEnough() {
        assertThat(rows("CALL cartograph.feedback.retain({days: 500})").get(0)).containsEntry("recommendations", 0L);

        assertThat(count("(d:OutcomeDay)")).isZero();
    }

    /** Without what old days cannot tell. */
    private static List<Map<String, Object>> outcomes(String config) {
        List<Map<String, Object>> rows = rows("CALL cartograph.outcomes(" + config + ")");
        rows.forEach(row -> List.of("coverage", "novelty", "saturation", "laterSpend", "serendipity")
                .forEach(row::remove));
        return rows;
    }
}
