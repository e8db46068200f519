package org.cartograph.service.alerts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of PromQL in which the rules and the dashboard are written, evaluated over series that are functions of time, so
 * that a rate is exact: selectors with ranges and offsets, rate, increase, histogram_quantile, sum, min and max with by,
 * arithmetic, comparisons and {@code and}. Anything else is refused.
 */
final class PromQl {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\"[^\"]*\"|[a-zA-Z_:][a-zA-Z0-9_:]*|\\d+[smhdw]|\\d+(?:\\.\\d+)?|=~|!~|!=|==|>=|<=|[-+*/(){}\\[\\],=<>])");
    private static final Map<Character, Integer> SECONDS =
            Map.of('s', 1, 'm', 60, 'h', 3_600, 'd', 86_400, 'w', 604_800);

    private final List<String> tokens = new ArrayList<>();
    private final List<Series> series;
    private final double at;
    private final List<Selector> selectors = new ArrayList<>();
    private final Set<String> groupedBy = new TreeSet<>();
    private int next;

    private PromQl(String expression, List<Series> series, double at) {
        Matcher matcher = TOKEN.matcher(expression.strip());
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (end != expression.strip().length()) {
            throw new IllegalArgumentException(
                    "Not understood: " + expression.strip().substring(end));
        }
        this.series = series;
        this.at = at;
    }

    /** Values by labels; a number has one without labels. */
    private record Value(boolean number, Map<Map<String, String>, Double> samples) {

        static Value of(double number) {
            return new Value(true, Map.of(Map.of(), number));
        }
    }

    /** The series of a result with their values. */
    static Map<Map<String, String>, Double> evaluate(String expression, List<Series> series, double at) {
        return new PromQl(expression, series, at).whole().samples();
    }

    /** Which series it is about. */
    static List<Selector> selectors(String expression) {
        PromQl parsed = new PromQl(expression, List.of(), 0);
        parsed.whole();
        return parsed.selectors;
    }

    /** Labels by which it groups. */
    static Set<String> groupedBy(String expression) {
        PromQl parsed = new PromQl(expression, List.of(), 0);
        parsed.whole();
        return parsed.groupedBy;
    }

    private Value whole() {
        Value value = both();
        if (next < tokens.size()) {
            throw new IllegalArgumentException("Not understood: " + tokens.subList(next, tokens.size()));
        }
        return value;
    }

    private Value both() {
        Value left = comparison();
        while (taken("and")) {
            Set<Map<String, String>> right = comparison().samples().keySet();
            Map<Map<String, String>, Double> kept = new HashMap<>(left.samples());
            kept.keySet().retainAll(right);
            left = new Value(false, kept);
        }
        return left;
    }

    private Value comparison() {
        Value left = sum();
        String operator = peek();
        if (!List.of(">", "<", ">=", "<=", "==", "!=").contains(operator)) {
            return left;
        }
        next++;
        return combined(left, sum(), (one, other) -> holds(one, operator, other) ? one : null);
    }

    private static boolean holds(double one, String operator, double other) {
        return switch (operator) {
            case ">" -> one > other;
            case "<" -> one < other;
            case ">=" -> one >= other;
            case "<=" -> one <= other;
            case "==" -> one == other;
            default -> one != other;
        };
    }

    private Value sum() {
        Value left = product();
        while (List.of("+", "-").contains(peek())) {
            double sign = take().equals("+") ? 1 : -1;
            left = combined(left, product(), (one, other) -> one + sign * other);
        }
        return left;
    }

    private Value product() {
        Value left = operand();
        while (List.of("*", "/").contains(peek())) {
            boolean times = take().equals("*");
            left = combined(left, operand(), (one, other) -> times ? one * other : one / other);
        }
        return left;
    }

    private interface Combination {
        Double of(double one, double other);
    }

    private static Value combined(Value left, Value right, Combination combination) {
        Map<Map<String, String>, Double> result = new HashMap<>();
        Value several = left.number() ? right : left;
        several.samples().keySet().forEach(labels -> {
            Double one = left.samples().get(left.number() ? Map.of() : labels);
            Double other = right.samples().get(right.number() ? Map.of() : labels);
            Double value = one == null || other == null ? null : combination.of(one, other);
            if (value != null) {
                result.put(labels, value);
            }
        });
        return new Value(left.number() && right.number(), result);
    }

    private Value operand() {
        String token = take();
        if (token.equals("(")) {
            Value value = both();
            expect(")");
            return value;
        }
        if (Character.isDigit(token.charAt(0))) {
            return Value.of(Double.parseDouble(token));
        }
        return switch (token) {
            case "sum", "min", "max" -> aggregated(token);
            case "rate" -> overRange(true);
            case "increase" -> overRange(false);
            case "histogram_quantile" -> quantile();
            default -> instant(token);
        };
    }

    private Value aggregated(String function) {
        Set<String> by = new TreeSet<>();
        if (taken("by")) {
            expect("(");
            do {
                by.add(take());
            } while (taken(","));
            expect(")");
            groupedBy.addAll(by);
        }
        expect("(");
        Value value = both();
        expect(")");
        Map<Map<String, String>, Double> groups = new HashMap<>();
        value.samples().forEach((labels, sample) -> {
            Map<String, String> kept = new TreeMap<>(labels);
            kept.keySet().retainAll(by);
            groups.merge(
                    Map.copyOf(kept),
                    sample,
                    switch (function) {
                        case "sum" -> Double::sum;
                        case "min" -> Math::min;
                        default -> Math::max;
                    });
        });
        return new Value(false, groups);
    }

    private Value overRange(boolean perSecond) {
        expect("(");
        Selector selector = selector(take());
        expect("[");
        double range = seconds(take());
        expect("]");
        double moment = at - offset();
        expect(")");
        Map<Map<String, String>, Double> samples = new HashMap<>();
        series.stream().filter(selector::accepts).forEach(it -> {
            double grown = it.value().applyAsDouble(moment) - it.value().applyAsDouble(moment - range);
            samples.put(it.labels(), perSecond ? grown / range : grown);
        });
        return new Value(false, samples);
    }

    private Value instant(String name) {
        Selector selector = selector(name);
        double moment = at - offset();
        Map<Map<String, String>, Double> samples = new HashMap<>();
        series.stream()
                .filter(selector::accepts)
                .forEach(it -> samples.put(it.labels(), it.value().applyAsDouble(moment)));
        return new Value(false, samples);
    }

    private Selector selector(String name) {
        List<Selector.Matcher> matchers = new ArrayList<>();
        if (taken("{")) {
            do {
                String label = take();
                String operator = take();
                String quoted = take();
                matchers.add(new Selector.Matcher(label, operator, quoted.substring(1, quoted.length() - 1)));
            } while (taken(","));
            expect("}");
        }
        Selector selector = new Selector(name, matchers);
        selectors.add(selector);
        return selector;
    }

    private double offset() {
        return taken("offset") ? seconds(take()) : 0;
    }

    private static double seconds(String duration) {
        int last = duration.length() - 1;
        return Integer.parseInt(duration.substring(0, last)) * (double) SECONDS.get(duration.charAt(last));
    }

    private Value quantile() {
        expect("(");
        double share = Double.parseDouble(take());
        expect(",");
        Value buckets = both();
        expect(")");
        return new Value(false, Histogram.quantiles(share, buckets.samples()));
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        return tokens.get(next++);
    }

    private boolean taken(String token) {
        boolean there = peek().equals(token);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String token) {
        if (!taken(token)) {
            throw new IllegalArgumentException("%s was expected, but came %s.".formatted(token, peek()));
        }
    }
}
