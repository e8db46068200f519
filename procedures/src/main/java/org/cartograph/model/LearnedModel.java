package org.cartograph.model;

import java.util.Map;
import org.cartograph.graph.Family;

/**
 * A model in memory.
 *
 * @param families what was learned of each family that the settings asked for
 */
public record LearnedModel(Map<Family, LearnedFamily> families) {

    /** Keeps the families from changing. */
    public LearnedModel {
        families = Map.copyOf(families);
    }

    /** What was learned of a family. */
    public LearnedFamily of(Family family) {
        LearnedFamily learned = families.get(family);
        if (learned == null) {
            throw new IllegalArgumentException(family + " was not learned; ask for it with `families`.");
        }
        return learned;
    }
}
