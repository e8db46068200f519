package org.cartograph.service.recommendation;

/**
 * A visitor met an experiment.
 *
 * @param experiment its name
 * @param variant    the one the visitor is in
 * @param unit       what was assigned: a customer, a visitor or a session
 */
public record Exposure(String experiment, String variant, String unit) {

    /** Between an experiment and its variant. */
    static final String SEPARATOR = "/";

    /** As answers and tokens name it. */
    String name() {
        return experiment + SEPARATOR + variant;
    }
}
