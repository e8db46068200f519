package org.cartograph.experiment;

/**
 * A unit met a variant of an experiment.
 *
 * @param unit what was assigned: a customer, a browser or a visit
 */
public record Exposure(String experiment, String variant, String unit) {
    /** As answers and recommendations name it. */
    public String label() {
        return experiment + "/" + variant;
    }
}
