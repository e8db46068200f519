package org.cartograph.experiment;

import java.util.Map;

/**
 * One way to answer, of those that an experiment holds against each other.
 *
 * @param name 1 to 30 letters, digits, hyphens and underscores
 * @param share of the experiment's units, above 0 to 1
 * @param kind how it answers
 * @param changes what lies over the shop's settings, in the shape of {@code recommend} among its parameters
 */
public record Variant(String name, double share, Kind kind, Map<String, Object> changes) {
    /** How a variant answers. */
    public enum Kind {
        /** As the shop does, with its changes, or with none. */
        ENGINE,
        /** By the shop's own rules: staff picks and bestsellers of the products' categories, nothing learned. */
        BASELINE,
        /** Not at all: every box stays empty. */
        HOLDOUT;

        /** The name in the graph and in a list. */
        public String key() {
            return switch (this) {
                case ENGINE -> "engine";
                case BASELINE -> "baseline";
                case HOLDOUT -> "holdout";
            };
        }

        static Kind of(Object key) {
            for (Kind kind : values()) {
                if (kind.key().equals(key)) {
                    return kind;
                }
            }
            return ENGINE;
        }
    }

    /** Whether it answers as the shop does without it. */
    boolean changesNothing() {
        return kind == Kind.ENGINE && changes.isEmpty();
    }
}
