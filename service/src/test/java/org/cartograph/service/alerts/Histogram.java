package org.cartograph.service.alerts;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Quantiles of buckets, as Prometheus finds them: evenly within a bucket, the last bound for what lies above it. */
final class Histogram {

    private final TreeMap<Double, Double> buckets = new TreeMap<>();

    private Histogram() {}

    /** A quantile for each group of buckets that differ by their bound {@code le} alone. */
    static Map<Map<String, String>, Double> quantiles(double share, Map<Map<String, String>, Double> counts) {
        Map<Map<String, String>, Histogram> histograms = new HashMap<>();
        counts.forEach((labels, count) -> {
            Map<String, String> rest = new TreeMap<>(labels);
            String bound = rest.remove("le");
            histograms
                    .computeIfAbsent(Map.copyOf(rest), each -> new Histogram())
                    .buckets
                    .put(bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound), count);
        });
        Map<Map<String, String>, Double> quantiles = new HashMap<>();
        histograms.forEach((labels, histogram) -> quantiles.put(labels, histogram.quantile(share)));
        return quantiles;
    }

    private double quantile(double share) {
        double wanted = share * buckets.lastEntry().getValue();
        double below = 0;
        double bound = 0;
        for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
            if (bucket.getValue() >= wanted && bucket.getValue() > below) {
                return Double.isInfinite(bucket.getKey())
                        ? bound
                        : bound + (bucket.getKey() - bound) * (wanted - below) / (bucket.getValue() - below);
            }
            below = bucket.getValue();
            bound = bucket.getKey();
        }
        return Double.NaN;
    }
}
