package org.cartograph.service.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cartograph.service.alerts.Rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs of {@code promtool test rules} what can be run without promtool: each expression at its moment. How long it must have
 * held before, which labels the result has and what its description shows are promtool's alone.
 */
final class RulesTestFileTest {

    private static final Pattern STEPS = Pattern.compile("(-?[\\d.]+)(?:\\+([\\d.]+))?x(\\d+)");
    private static final double MINUTE = 60;

    /** One expectation of the file. */
    private record Expectation(
            String test, String alert, double at, List<Series> series, List<Map<String, Map<String, String>>> alerts) {}

    @SuppressWarnings("unchecked")
    private static Stream<Expectation> expectations() throws IOException {
        List<Expectation> expectations = new ArrayList<>();
        for (Map<String, Object> test :
                (List<Map<String, Object>>) Rules.read("rules.test.yaml").get("tests")) {
            List<Series> series = ((List<Map<String, String>>) test.get("input_series"))
                    .stream()
                            .map(each -> Series.of(each.get("series"), values(each.get("values"))))
                            .toList();
            for (Map<String, Object> each : (List<Map<String, Object>>) test.get("alert_rule_test")) {
                String time = (String) each.get("eval_time");
                expectations.add(new Expectation(
                        (String) test.get("name"),
                        (String) each.get("alertname"),
                        Integer.parseInt(time.substring(0, time.length() - 1)) * MINUTE,
                        series,
                        (List<Map<String, Map<String, String>>>) each.getOrDefault("exp_alerts", List.of())));
            }
        }
        return expectations.stream();
    }

    /** A value a minute, straight between two of them: {@code 0+600x10 6000x30}. */
    private static DoubleUnaryOperator values(String notation) {
        List<Double> values = new ArrayList<>();
        for (String part : notation.split(" ")) {
            Matcher steps = STEPS.matcher(part);
            assertThat(steps.matches()).as(part).isTrue();
            double first = Double.parseDouble(steps.group(1));
            double step = steps.group(2) == null ? 0 : Double.parseDouble(steps.group(2));
            for (int count = 0; count <= Integer.parseInt(steps.group(3)); count++) {
                values.add(first + count * step);
            }
        }
        return seconds -> {
            int minute = (int) (seconds / MINUTE);
            double before = values.get(minute);
            return before + (values.get(minute + 1) - before) * (seconds / MINUTE - minute);
        };
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void saysWhatTheRulesDo(Expectation expected) throws IOException {
        Rule rule = Rules.all().stream()
                .filter(each -> each.alert().equals(expected.alert()))
                .findFirst()
                .orElseThrow();

        assertThat(PromQl.evaluate(rule.expression(), expected.series(), expected.at()))
                .hasSize(expected.alerts().size());
        assertThat(expected.alerts()).allSatisfy(alert -> {
            assertThat(alert.get("exp_labels")).isEqualTo(rule.labels());
            assertThat(alert.get("exp_annotations").get("summary"))
                    .isEqualTo(rule.annotations().get("summary"));
            assertThat(alert.get("exp_annotations").get("runbook"))
                    .isEqualTo(rule.annotations().get("runbook"));
            assertThat(alert.get("exp_annotations").get("description"))
                    .matches(pattern(rule.annotations().get("description")));
        });
    }

    private static String pattern(String template) {
        return Stream.of(template.split("\\{\\{.*?}}", -1))
                .map(Pattern::quote)
                .reduce((one, other) -> one + ".+" + other)
                .orElseThrow();
    }

    @Test
    void knowsQuietShopsAndOthers() throws IOException {
        assertThat(expectations()).anyMatch(each -> each.alerts().isEmpty());
        assertThat(expectations()).anyMatch(each -> !each.alerts().isEmpty());
    }
}
