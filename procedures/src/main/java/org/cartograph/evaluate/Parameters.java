package org.cartograph.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cartograph.placement.RecommendSettings;

/** The shop's parameters are one map; a build reads one part of it, recommending the other. */
final class Parameters {
    private Parameters() {}

    /** The part that a build reads. */
    static Map<String, Object> ofBuild(Map<String, Object> parameters) {
        Map<String, Object> build = new LinkedHashMap<>(parameters);
        build.remove(RecommendSettings.KEY);
        return build;
    }
}
