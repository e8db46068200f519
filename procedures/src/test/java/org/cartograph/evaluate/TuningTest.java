package org.cartograph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop of 24 products in pairs: who buys an even one mostly takes the next odd one too, and a bestseller with it. */
class TuningTest {
    private static final int ORDERS = 1_800;
    private static final String BASKET = "{tasks: ['basket'], mostSamples: 250, maxSeconds: 600";

    @BeforeEach
    void open() {
        TestDatabase.empty();
        rows("UNWIND range(0, 23) AS n CREATE (p:Product {id: 'p' + n, name: 'Thing ' + n})"
                + " CREATE (p)-[:HAS]->(:Attribute {key: 'colour', value: 'c' + n})");
        sell(0, ORDERS, 7);
    }

    private static void sell(int from, int until, long seed) {
        Random random = new Random(seed);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int order = from; order < until; order++) {
            int even = 2 * random.nextInt(12);
            List<Integer> basket = new ArrayList<>(List.of(even));
            basket.add(random.nextInt(10) < 7 ? even + 1 : random.nextInt(24));
            basket.add(random.nextInt(4));
            String customer = "u" + random.nextInt(150);
            for (int product : basket.stream().distinct().toList()) {
                lines.add(Map.of(
                        "customer", customer, "order", "o" + order, "minute", (long) order, "product", "p" + product));
            }
        }
        rows(
                "UNWIND $lines AS line MERGE (c:Customer {id: line.customer}) WITH c, line"
                        + " MATCH (p:Product {id: line.product}) CREATE (c)-[:PURCHASED {orderId: line.order,"
                        + " at: datetime('2026-01-01T00:00:00Z') + duration({hours: line.minute})}]->(p)",
                Map.of("lines", lines));
    }

    @Test
    void storesTheBestOfWhatItTried() {
        List<Map<String, Object>> steps = tune(BASKET + "}");

        Map<String, Object> first = steps.get(0);
        assertThat(first).containsEntry("note", "What tuning began with").containsEntry("samples", 250L);
        double best = steps.stream()
                .filter(step -> (boolean) step.get("kept"))
                .mapToDouble(step -> (double) step.get("value"))
                .max()
                .orElseThrow();
        assertThat(best).isGreaterThan((double) first.get("value"));
        Map<?, ?> stored = (Map<?, ?>) rows("MATCH (p:Parameters) RETURN properties(p) AS stored")
                .get(0)
                .get("stored");
        Map<?, ?> lastKept = (Map<?, ?>) steps.stream()
                .filter(step -> (boolean) step.get("kept"))
                .reduce((before, after) -> after)
                .orElseThrow()
                .get("tried");
        lastKept.forEach((path, value) -> assertThat(stored.get(path)).isEqualTo(value));
    }

    @Test
    void onlyReportsInADryRun() {
        assertThat(tune("{tasks: ['basket'], mostSamples: 250, maxSeconds: 2, dryRun: true}"))
                .isNotEmpty();

        assertThat(rows("MATCH (p:Parameters) RETURN p")).isEmpty();
    }

    @Test
    void neverLooksAtTheTestPart() {
        List<Map<String, Object>> before = tune(BASKET + ", dryRun: true}");

        rows(
                "MATCH ()-[line:PURCHASED]->() WHERE toInteger(substring(line.orderId, 1)) >= $first DELETE line",
                Map.of("first", ORDERS * 4 / 5));
        sell(ORDERS * 4 / 5, ORDERS, 99);

        assertThat(tune(BASKET + ", dryRun: true}")).isEqualTo(before);
    }

    @Test
    void leavesWhatTooFewOrdersCannotTell() {
        CornerShop.open();

        assertThat(tune("{}"))
                .hasSize(4)
                .allSatisfy(step -> assertThat((String) step.get("note")).startsWith("Left as it was"));
    }

    @Test
    void stopsWhenItsTimeIsOver() {
        List<Map<String, Object>> steps = rows(
                "CALL cartograph.tune({maxSeconds: 1, dryRun: true}) YIELD note, seconds" + " RETURN note, seconds");

        assertThat(steps).extracting(step -> step.get("note")).contains("Its share of the time is over");
    }

    @Test
    void canBeWatchedAndStoppedAndStoresNothingThen() throws Exception {
        CompletableFuture<List<Map<String, Object>>> tuning =
                CompletableFuture.supplyAsync(() -> rows("CALL cartograph.tune({maxSeconds: 120})"));
        for (int tried = 0; rows("CALL cartograph.model.progress()").isEmpty(); tried++) {
            assertThat(tried).as("tries to see it").isLessThan(2_000);
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(rows("CALL cartograph.model.progress()").get(0)).containsEntry("modelId", "tune");
        rows("SHOW TRANSACTIONS YIELD transactionId, currentQuery WHERE currentQuery STARTS WITH 'CALL cartograph.tune('"
                        + " RETURN transactionId AS id")
                .forEach(running ->
                        rows("TERMINATE TRANSACTIONS '" + running.get("id") + "' YIELD message RETURN message"));

        assertThatThrownBy(() -> tuning.get(60, TimeUnit.SECONDS)).hasStackTraceContaining("terminated");
        assertThat(rows("MATCH (p:Parameters) RETURN p")).isEmpty();
        assertThat(rows("CALL cartograph.model.progress()")).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> tune("{maxSecond: 3}")).hasStackTraceContaining("Did you mean `maxSeconds`?");
        assertThatThrownBy(() -> tune("{splitAt: 0}")).hasStackTraceContaining("between 0.1 and 1, but was 0.");
    }

    /** Without the clock, which no two runs share. */
    private static List<Map<String, Object>> tune(String config) {
        return rows(
                "CALL cartograph.tune(" + config + ") YIELD task, tried, metric, value, samples, kept, note RETURN *");
    }
}
