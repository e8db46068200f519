package org.cartograph.evaluate;

import java.util.Map;

/**
 * One thing that tuning tried.
 *
 * @param task by whose figure it was judged
 * @param tried the parameters' values by their path; empty for what tuning began with
 * @param metric the figure
 * @param estimate its value on the validation slice
 * @param kept whether it was better than what was best before, and took its place
 * @param seconds since tuning began
 * @param note a word to the reader, mostly empty
 */
public record TuningStep(
        String task,
        Map<String, Object> tried,
        String metric,
        Estimate estimate,
        boolean kept,
        double seconds,
        String note) {}
