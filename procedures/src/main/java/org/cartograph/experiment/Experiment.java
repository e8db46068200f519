package org.cartograph.experiment;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What does not change in an experiment once it was created.
 *
 * @param name 1 to 30 letters, digits, hyphens and underscores
 * @param salt a text that is no other experiment's, so that assignments of two experiments are independent
 * @param contexts the pages that it acts on; empty: all
 * @param unit what is assigned to a variant
 * @param share of the units that take part, 0 to 1
 * @param variants at least two, whose shares add up to 1
 * @param control the one of them that the others are held against
 * @param plan how long it is to run and how it is measured
 */
public record Experiment(
        String name,
        String salt,
        Set<String> contexts,
        Unit unit,
        double share,
        List<Variant> variants,
        String control,
        Plan plan) {
    /** What is assigned to a variant. */
    public enum Unit {
        /** A person: the customer, or the browser as long as nobody is known. */
        CUSTOMER,
        /** A visit. */
        SESSION;

        /** The name in a configuration. */
        public String key() {
            return this == CUSTOMER ? "customer" : "session";
        }
    }

    /**
     * How long an experiment is to run and how it is measured.
     *
     * @param days at least, 1 to 365
     * @param conversions that every variant is to have at least, 1 to 1,000,000
     * @param prePeriodDays days before the first exposure whose spending explains that after it, 0 to 365
     * @param sessionMinutes for which a visit's order counts, 1 to 1,440
     * @param currency whose amounts are counted, or null for the one of most orders
     */
    public record Plan(
            int days,
            int conversions,
            int prePeriodDays,
            int sessionMinutes,
            @Nullable String currency) {}

    /** The variant of a name, or null. */
    @Nullable
    public Variant variant(String wanted) {
        for (Variant variant : variants) {
            if (variant.name().equals(wanted)) {
                return variant;
            }
        }
        return null;
    }

    boolean actsOn(String context) {
        return contexts.isEmpty() || contexts.contains(context);
    }

    /** The names of the variants, in their order. */
    public List<String> variantNames() {
        return variants.stream().map(Variant::name).toList();
    }
}
