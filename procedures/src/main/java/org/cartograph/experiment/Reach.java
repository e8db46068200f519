package org.cartograph.experiment;

import java.util.HashSet;
import java.util.Set;

/**
 * Which boxes do an experiment's variants change?
 *
 * <p>Two experiments that change the same box of the same page at the same time would each measure a mixture, so the second
 * is not started. A hold-out is in nobody's way: whoever is held out takes part in nothing else. Neither is an experiment of two
 * equal variants.
 *
 * @param contexts empty: all
 * @param wholePages whether it changes more than the recipes of some boxes
 * @param boxes the boxes whose recipes it changes
 */
record Reach(Set<String> contexts, boolean wholePages, Set<String> boxes) {
    static Reach of(Experiment experiment) {
        Set<String> boxes = new HashSet<>();
        boolean wholePages = false;
        for (Variant variant : experiment.variants()) {
            boxes.addAll(VariantSettings.recipes(variant));
            wholePages |= VariantSettings.changesWholePages(variant);
        }
        return new Reach(experiment.contexts(), wholePages, boxes);
    }

    /** Whether both change the same box of the same page. */
    boolean meets(Reach other) {
        return samePage(other)
                && changesAnything()
                && other.changesAnything()
                && (wholePages || other.wholePages || boxes.stream().anyMatch(other.boxes::contains));
    }

    private boolean samePage(Reach other) {
        return contexts.isEmpty()
                || other.contexts.isEmpty()
                || contexts.stream().anyMatch(other.contexts::contains);
    }

    private boolean changesAnything() {
        return wholePages || !boxes.isEmpty();
    }
}
