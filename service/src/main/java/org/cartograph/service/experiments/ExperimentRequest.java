package org.cartograph.service.experiments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cartograph.service.problem.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * An experiment to be created; what is null has the plugin's default.
 *
 * @param name           1 to 30 letters, digits, hyphens and underscores
 * @param contexts       the pages that it acts on; all
 * @param unit           what is assigned: customer or session
 * @param share          of the units that take part, 0 to 1
 * @param variants       2 to 10
 * @param control        the variant that the others are held against; the first that changes nothing
 * @param days           that it is to run at least
 * @param conversions    that every variant is to have at least
 * @param prePeriodDays  before somebody's first exposure whose spending explains that after it
 * @param sessionMinutes for which a visit's order counts
 * @param currency       whose amounts count; that of most orders
 */
record ExperimentRequest(
        String name,
        @Nullable List<String> contexts,
        @Nullable String unit,
        @Nullable Double share,
        @Nullable List<Variant> variants,
        @Nullable String control,
        @Nullable Integer days,
        @Nullable Integer conversions,
        @Nullable Integer prePeriodDays,
        @Nullable Integer sessionMinutes,
        @Nullable String currency) {

    ExperimentRequest {
        if (name == null) {
            throw new InvalidRequest("`name` must be given, but was missing.");
        }
        if (variants != null && variants.stream().anyMatch(Objects::isNull)) {
            throw new InvalidRequest("`variants` must be a list of maps, but held null.");
        }
    }

    /**
     * One way to answer.
     *
     * @param share      of the experiment's units; all equal
     * @param contexts   names of boxes by page, as in {@code cartograph.context.set}
     * @param recipes    recipes by box, likewise
     * @param parameters of recommending, such as historyHalfLife
     * @param baseline   whether it answers by the shop's own rules, with nothing that was learned
     * @param holdout    whether it shows nothing
     */
    record Variant(
            @Nullable String name,
            @Nullable Double share,
            @Nullable Map<String, List<String>> contexts,
            @Nullable Map<String, Object> recipes,
            @Nullable Map<String, Object> parameters,
            @Nullable Boolean baseline,
            @Nullable Boolean holdout) {

        private Map<String, Object> asParameter() {
            Map<String, Object> parameter = new LinkedHashMap<>();
            put(parameter, "name", name);
            put(parameter, "share", share);
            put(parameter, "contexts", contexts);
            put(parameter, "recipes", recipes);
            put(parameter, "parameters", parameters);
            put(parameter, "baseline", baseline);
            put(parameter, "holdout", holdout);
            return parameter;
        }
    }

    /** The configuration of {@code cartograph.experiment.create}. */
    Map<String, Object> asParameter() {
        Map<String, Object> parameter = new LinkedHashMap<>();
        put(parameter, "contexts", contexts);
        put(parameter, "unit", unit);
        put(parameter, "share", share);
        put(
                parameter,
                "variants",
                variants == null
                        ? null
                        : variants.stream().map(Variant::asParameter).toList());
        put(parameter, "control", control);
        put(parameter, "days", days);
        put(parameter, "conversions", conversions);
        put(parameter, "prePeriodDays", prePeriodDays);
        put(parameter, "sessionMinutes", sessionMinutes);
        put(parameter, "currency", currency);
        return parameter;
    }

    private static void put(Map<String, Object> parameter, String key, @Nullable Object value) {
        if (value != null) {
            parameter.put(key, value);
        }
    }
}
