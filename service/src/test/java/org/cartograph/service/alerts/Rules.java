package org.cartograph.service.alerts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code docker/monitoring} asks Prometheus. */
public final class Rules {

    private static final Path FOLDER = Path.of("..", "docker", "monitoring");

    private Rules() {}

    /** A rule as Prometheus reads it. */
    record Rule(
            String alert,
            String expression,
            String pending,
            Map<String, String> labels,
            Map<String, String> annotations) {}

    @SuppressWarnings("unchecked")
    static List<Rule> all() throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (Map<String, Object> group :
                (List<Map<String, Object>>) read("rules.yaml").get("groups")) {
            for (Map<String, Object> rule : (List<Map<String, Object>>) group.get("rules")) {
                rules.add(new Rule(
                        (String) rule.get("alert"),
                        (String) rule.get("expr"),
                        (String) rule.get("for"),
                        (Map<String, String>) rule.get("labels"),
                        (Map<String, String>) rule.get("annotations")));
            }
        }
        return rules;
    }

    static Map<String, Object> read(String file) throws IOException {
        try (InputStream yaml = Files.newInputStream(FOLDER.resolve(file))) {
            return new Yaml().load(yaml);
        }
    }

    /** The expressions of the dashboard's panels. */
    static List<String> dashboard() throws IOException {
        JsonNode dashboard = JsonMapper.shared()
                .readTree(Files.readAllBytes(FOLDER.resolve(Path.of("grafana", "dashboards", "cartograph.json"))));
        List<String> expressions = new ArrayList<>();
        dashboard
                .path("panels")
                .forEach(panel -> panel.path("targets")
                        .forEach(target -> expressions.add(target.path("expr").asString())));
        return expressions;
    }

    /** What rules and dashboard ask for that a scrape does not have; {@code up} is Prometheus' own. */
    public static List<String> missingIn(String scrape) throws IOException {
        List<Series> there = scrape.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> Series.steady(line.substring(0, line.lastIndexOf(' ')), 1))
                .toList();
        List<String> expressions = new ArrayList<>(dashboard());
        all().forEach(rule -> expressions.add(rule.expression()));
        List<String> missing = new ArrayList<>();
        for (String expression : expressions) {
            for (Selector selector : PromQl.selectors(expression)) {
                boolean known = selector.name().equals("up")
                        || there.stream().anyMatch(series -> selector.accepts(series) && hasLabels(series, selector));
                if (!known) {
                    missing.add(selector + " of " + expression);
                }
            }
            for (String label : PromQl.groupedBy(expression)) {
                boolean known = label.equals("instance")
                        || PromQl.selectors(expression).stream()
                                .allMatch(selector -> there.stream()
                                        .filter(selector::accepts)
                                        .allMatch(series -> series.labels().containsKey(label)));
                if (!known) {
                    missing.add(label + " of " + expression);
                }
            }
        }
        return missing;
    }

    private static boolean hasLabels(Series series, Selector selector) {
        return selector.matchers().stream().allMatch(matcher -> series.labels().containsKey(matcher.label()));
    }
}
