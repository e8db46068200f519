package org.cartograph.experiment;

import java.util.List;
import org.cartograph.placement.RecommendSettings;
import org.jspecify.annotations.Nullable;

/**
 * How a request is to be answered.
 *
 * @param settings by which
 * @param holdout whether every box stays empty
 * @param variant the variants that act, as {@code experiment/variant} joined by commas; what the caller said where none
 *     does, or null
 * @param exposures what is to be kept of that, so that it can be measured
 */
public record Treatment(
        RecommendSettings settings,
        boolean holdout,
        @Nullable String variant,
        List<Exposure> exposures) {

    /** As without any experiment. */
    static Treatment none(RecommendSettings settings, @Nullable String variant) {
        return new Treatment(settings, false, variant, List.of());
    }
}
