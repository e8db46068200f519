package org.cartograph.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartograph.graph.ShopParameters;

/**
 * A parameter, or a few that depend on each other, and what is tried for it.
 *
 * @param options each the values of some parameters, by their path, as in {@code boughtTogether.lambda}
 */
record Knob(List<Map<String, Object>> options) {

    /** One parameter. */
    static Knob of(String path, Object... values) {
        List<Map<String, Object>> options = new ArrayList<>();
        for (Object value : values) {
            options.add(Map.of(path, value));
        }
        return new Knob(options);
    }

    /** The same parameter in several places, which always have the same value. */
    static Knob ofAll(List<String> paths, Object... values) {
        List<Map<String, Object>> options = new ArrayList<>();
        for (Object value : values) {
            Map<String, Object> option = new TreeMap<>();
            paths.forEach(path -> option.put(path, value));
            options.add(option);
        }
        return new Knob(options);
    }

    /** Two parameters of which one's best value depends on the other's. */
    static Knob ofPairs(String first, String second, double[]... pairs) {
        List<Map<String, Object>> options = new ArrayList<>();
        for (double[] pair : pairs) {
            Map<String, Object> option = new TreeMap<>();
            option.put(first, pair[0]);
            option.put(second, pair[1]);
            options.add(option);
        }
        return new Knob(options);
    }

    /** Parameters with an option in place of what they held. */
    static Map<String, Object> apply(Map<String, Object> parameters, Map<String, Object> option) {
        Map<String, Object> applied = parameters;
        for (Map.Entry<String, Object> value : option.entrySet()) {
            applied = ShopParameters.over(applied, nested(value.getKey(), value.getValue()));
        }
        return applied;
    }

    private static Map<String, Object> nested(String path, Object value) {
        Map<String, Object> nested = new LinkedHashMap<>();
        int dot = path.indexOf('.');
        nested.put(dot < 0 ? path : path.substring(0, dot), dot < 0 ? value : nested(path.substring(dot + 1), value));
        return nested;
    }
}
