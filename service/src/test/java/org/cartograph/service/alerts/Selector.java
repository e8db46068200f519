package org.cartograph.service.alerts;

import java.util.List;
import java.util.Map;

/** Which series an expression is about. */
record Selector(String name, List<Matcher> matchers) {

    /** A condition on a label. */
    record Matcher(String label, String operator, String value) {

        boolean accepts(Map<String, String> labels) {
            String has = labels.getOrDefault(label, "");
            return switch (operator) {
                case "=" -> has.equals(value);
                case "!=" -> !has.equals(value);
                case "=~" -> has.matches(value);
                case "!~" -> !has.matches(value);
                default -> throw new IllegalArgumentException(operator);
            };
        }
    }

    boolean accepts(Series series) {
        return series.name().equals(name) && matchers.stream().allMatch(matcher -> matcher.accepts(series.labels()));
    }
}
