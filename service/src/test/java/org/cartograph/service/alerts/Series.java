package org.cartograph.service.alerts;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** A time series, as a function of the seconds. */
record Series(String name, Map<String, String> labels, DoubleUnaryOperator value) {

    /** One written as Prometheus does: {@code name{label="value"}}. */
    static Series of(String text, DoubleUnaryOperator value) {
        int brace = text.indexOf('{');
        Map<String, String> labels = new TreeMap<>();
        if (brace >= 0) {
            for (String pair : text.substring(brace + 1, text.lastIndexOf('}')).split(",(?=[a-zA-Z_]+=)")) {
                int equals = pair.indexOf('=');
                labels.put(pair.substring(0, equals), pair.substring(equals + 2, pair.length() - 1));
            }
        }
        return new Series(brace < 0 ? text : text.substring(0, brace), Map.copyOf(labels), value);
    }

    /** Always the same. */
    static Series steady(String text, double value) {
        return of(text, seconds -> value);
    }

    /** A counter. */
    static Series growing(String text, double perSecond) {
        return of(text, seconds -> perSecond * seconds);
    }

    boolean isSame(Series other) {
        return name.equals(other.name) && labels.equals(other.labels);
    }
}
