package org.cartograph.service.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.service.alerts.Series.growing;
import static org.cartograph.service.alerts.Series.steady;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.cartograph.service.alerts.Rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A shop that is well: ten pages a second, 99 % of them within 25 ms and all within 150, a hundred orders an hour, places
 * half filled by the model, a model of yesterday. Then one thing changes.
 */
final class AlertRulesTest {

    private static final double DAY = 86_400;
    private static final double NOW = 30 * DAY;
    private static final double HUNDRED_AN_HOUR = 100 / 3_600.0;

    private static final String PAGES = "cartograph_page_seconds_count{context=\"cart\",outcome=\"%s\"}";
    private static final String BUCKET =
            "cartograph_page_seconds_bucket{context=\"cart\",outcome=\"primary\",le=\"%s\"}";
    private static final String REQUESTS = "http_server_requests_seconds_count{outcome=\"%s\",uri=\"%s\"}";
    private static final String CIRCUIT =
            "resilience4j_circuitbreaker_state{name=\"database\",state=\"closed\",instance=\"%s\"}";
    private static final String PLACES =
            "cartograph_places_total{context=\"cart\",placement=\"upgrade\",filled=\"%s\"}";
    private static final String ORDERS = "cartograph_writing_items_total{kind=\"orders\",outcome=\"accepted\"}";
    private static final String WATCHDOG = "cartograph_watchdog_on";
    private static final String MODEL = "cartograph_model_age_seconds";
    private static final String SNAPSHOT = "cartograph_snapshot_age_seconds";
    private static final String QUEUE = "cartograph_writing_queue";

    private static final List<Series> WELL = List.of(
            steady("up{job=\"cartograph\"}", 1),
            growing(PAGES.formatted("primary"), 10),
            growing(BUCKET.formatted("0.025"), 9.9),
            growing(BUCKET.formatted("0.15"), 10),
            growing(BUCKET.formatted("0.2"), 10),
            growing(BUCKET.formatted("+Inf"), 10),
            growing(REQUESTS.formatted("SUCCESS", "/v1/recommendations"), 10),
            steady(CIRCUIT.formatted("a"), 1),
            steady(CIRCUIT.formatted("b"), 1),
            steady(WATCHDOG, 0),
            steady(MODEL, DAY),
            steady(SNAPSHOT, 60),
            steady(QUEUE, 5),
            growing(PLACES.formatted("model"), 5),
            growing(PLACES.formatted("fallback"), 4),
            growing(PLACES.formatted("nothing"), 1),
            growing(PLACES.formatted("snapshot"), 1),
            growing(ORDERS, HUNDRED_AN_HOUR));

    /** What may happen without an alert, and what may not. */
    private record Case(String alert, List<Series> harmless, List<Series> alarming) {}

    private static Stream<Case> cases() {
        return Stream.of(
                new Case("CartographDown", List.of(), List.of(steady("up{job=\"cartograph\"}", 0))),
                new Case(
                        "CartographErrors",
                        List.of(
                                growing(REQUESTS.formatted("SERVER_ERROR", "/v1/orders"), 0.09),
                                growing(REQUESTS.formatted("SERVER_ERROR", "/actuator/health"), 5)),
                        List.of(growing(REQUESTS.formatted("SERVER_ERROR", "/v1/orders"), 0.11))),
                new Case(
                        "CartographSlow",
                        List.of(growing(BUCKET.formatted("0.15"), 9.91), growing(BUCKET.formatted("0.025"), 5)),
                        List.of(growing(BUCKET.formatted("0.15"), 9.8), growing(BUCKET.formatted("0.025"), 9.7))),
                new Case(
                        "CartographDegraded",
                        List.of(growing(PAGES.formatted("degraded"), 0.5), growing(PAGES.formatted("cold"), 5)),
                        List.of(growing(PAGES.formatted("degraded"), 0.6))),
                new Case(
                        "CartographDatabaseAway",
                        List.of(steady(CIRCUIT.formatted("a"), 0)),
                        List.of(steady(CIRCUIT.formatted("a"), 0), steady(CIRCUIT.formatted("b"), 0))),
                new Case("CartographWatchdogOn", List.of(), List.of(steady(WATCHDOG, 1))),
                new Case("CartographModelOld", List.of(steady(MODEL, 7.9 * DAY)), List.of(steady(MODEL, 8.1 * DAY))),
                new Case("CartographSnapshotOld", List.of(steady(SNAPSHOT, 899)), List.of(steady(SNAPSHOT, 901))),
                new Case("CartographBacklog", List.of(steady(QUEUE, 1_999)), List.of(steady(QUEUE, 2_001))),
                new Case(
                        "CartographCoverageDropped",
                        List.of(
                                Series.of(PLACES.formatted("model"), sinceAnHour(5, 3)),
                                growing(PLACES.formatted("snapshot"), 99)),
                        List.of(Series.of(PLACES.formatted("model"), sinceAnHour(5, 2)))),
                new Case(
                        "CartographPurchasesFell",
                        List.of(Series.of(ORDERS, sinceAnHour(HUNDRED_AN_HOUR, HUNDRED_AN_HOUR * 0.55))),
                        List.of(Series.of(ORDERS, sinceAnHour(HUNDRED_AN_HOUR, HUNDRED_AN_HOUR * 0.45)))),
                new Case(
                        "CartographPurchasesRose",
                        List.of(Series.of(ORDERS, sinceAnHour(HUNDRED_AN_HOUR, HUNDRED_AN_HOUR * 2.9))),
                        List.of(Series.of(ORDERS, sinceAnHour(HUNDRED_AN_HOUR, HUNDRED_AN_HOUR * 3.1)))));
    }

    /** A counter that grows at another rate since an hour ago. */
    private static DoubleUnaryOperator sinceAnHour(double before, double since) {
        double change = NOW - 3_600;
        return seconds -> before * Math.min(seconds, change) + since * Math.max(0, seconds - change);
    }

    private static List<Series> wellBut(List<Series> changed) {
        List<Series> series = new ArrayList<>(changed);
        WELL.stream().filter(usual -> changed.stream().noneMatch(usual::isSame)).forEach(series::add);
        return series;
    }

    private static Map<Map<String, String>, Double> firing(String alert, List<Series> series) throws IOException {
        Rule rule = Rules.all().stream()
                .filter(each -> each.alert().equals(alert))
                .findFirst()
                .orElseThrow();
        return PromQl.evaluate(rule.expression(), series, NOW);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void staysSilentWhileTheShopIsWell(Case each) throws IOException {
        assertThat(firing(each.alert(), WELL)).isEmpty();
        assertThat(firing(each.alert(), wellBut(each.harmless()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void speaksUpOnceSomethingIsWrong(Case each) throws IOException {
        assertThat(firing(each.alert(), wellBut(each.alarming()))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void staysSilentWithoutAnySeries(Case each) throws IOException {
        assertThat(firing(each.alert(), List.of())).isEmpty();
    }

    @Test
    void callsNoFewOrdersADrift() throws IOException {
        List<Series> few = List.of(Series.of(ORDERS, sinceAnHour(15 / 3_600.0, 0)));

        assertThat(firing("CartographPurchasesFell", wellBut(few))).isEmpty();
    }

    @Test
    void hasACaseForEveryRule() throws IOException {
        assertThat(Rules.all())
                .extracting(Rule::alert)
                .containsExactlyElementsOf(cases().map(Case::alert).toList());
    }

    @Test
    void saysOfEveryRuleWhatItMeansAndWhereHelpIs() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));

        assertThat(readme).contains("### What each alert means");
        assertThat(Rules.all()).allSatisfy(rule -> {
            assertThat(rule.pending()).matches("\\d+m");
            assertThat(rule.labels().get("severity")).isIn("page", "warn");
            assertThat(rule.annotations()).containsOnlyKeys("summary", "description", "runbook");
            assertThat(rule.annotations().values()).noneMatch(String::isBlank);
            assertThat(rule.annotations().get("runbook"))
                    .isEqualTo("README.md, What each alert means: " + rule.alert());
            assertThat(readme).contains("`" + rule.alert() + "`");
        });
    }

    @Test
    void isFoundByPrometheus() throws IOException {
        assertThat(Rules.read("prometheus.yaml").get("rule_files")).isEqualTo(List.of("rules.yaml"));
        assertThat(Rules.read("rules.test.yaml").get("rule_files")).isEqualTo(List.of("rules.yaml"));
    }
}
