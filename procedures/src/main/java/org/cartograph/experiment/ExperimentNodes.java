package org.cartograph.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.ShopParameters;
import org.cartograph.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;

/**
 * An experiment as a node: {@code (:Experiment {name, salt, status, contexts, unit, share, variants, control, days, …,
 * `variant.B.share`, `variant.B.recipes.also-bought.alsoBought`, …})}, with names written with dots where a map lies within a
 * map, as the shop's parameters are.
 */
final class ExperimentNodes {
    /** A second label while it runs, so that an answer finds the few that do. */
    static final Label RUNNING = Label.label("RunningExperiment");

    static final String NAME = "name";
    static final String SALT = "salt";
    static final String STATUS = "status";
    static final String CREATED_AT = "createdAt";
    static final String STARTED_AT = "startedAt";
    static final String STOPPED_AT = "stoppedAt";
    private static final String VARIANT = "variant";
    private static final String KIND = "kind";
    private static final String SHARE = "share";
    private static final String CHANGES = "changes";

    private ExperimentNodes() {}

    static void write(Node node, Experiment experiment) {
        node.getAllProperties().keySet().forEach(node::removeProperty);
        node.setProperty(NAME, experiment.name());
        node.setProperty(SALT, experiment.salt());
        node.setProperty("contexts", experiment.contexts().toArray(String[]::new));
        node.setProperty("unit", experiment.unit().key());
        node.setProperty(SHARE, experiment.share());
        node.setProperty("variants", experiment.variantNames().toArray(String[]::new));
        node.setProperty("control", experiment.control());
        Experiment.Plan plan = experiment.plan();
        node.setProperty("days", (long) plan.days());
        node.setProperty("conversions", (long) plan.conversions());
        node.setProperty("prePeriodDays", (long) plan.prePeriodDays());
        node.setProperty("sessionMinutes", (long) plan.sessionMinutes());
        if (plan.currency() != null) {
            node.setProperty("currency", plan.currency());
        }
        for (Variant variant : experiment.variants()) {
            String prefix = VARIANT + "." + variant.name() + ".";
            node.setProperty(prefix + SHARE, variant.share());
            node.setProperty(prefix + KIND, variant.kind().key());
            ShopParameters.flat(variant.changes())
                    .forEach((key, value) -> node.setProperty(prefix + CHANGES + "." + key, value));
        }
    }

    /** The experiment, or null where a node does not hold one. */
    static @Nullable Experiment read(Node node) {
        Map<String, Object> properties = ShopParameters.nested(node.getAllProperties());
        Set<String> names = texts(properties.get("variants"));
        if (!(properties.get(VARIANT) instanceof Map<?, ?> all) || names.size() < 2) {
            return null;
        }
        List<Variant> variants = new ArrayList<>();
        for (String name : names) {
            if (!(all.get(name) instanceof Map<?, ?> one)) {
                return null;
            }
            variants.add(new Variant(
                    name,
                    number(one.get(SHARE), 0),
                    Variant.Kind.of(String.valueOf(one.get(KIND))),
                    one.get(CHANGES) instanceof Map<?, ?> changes ? Settings.stringKeyed(changes) : Map.of()));
        }
        return new Experiment(
                String.valueOf(properties.get(NAME)),
                String.valueOf(properties.get(SALT)),
                texts(properties.get("contexts")),
                "session".equals(properties.get("unit")) ? Experiment.Unit.SESSION : Experiment.Unit.CUSTOMER,
                number(properties.get(SHARE), 1),
                List.copyOf(variants),
                String.valueOf(properties.get("control")),
                new Experiment.Plan(
                        (int) number(properties.get("days"), 14),
                        (int) number(properties.get("conversions"), 500),
                        (int) number(properties.get("prePeriodDays"), 30),
                        (int) number(properties.get("sessionMinutes"), 30),
                        properties.get("currency") instanceof String currency ? currency : null));
    }

    private static double number(@Nullable Object value, double standard) {
        return value instanceof Number number ? number.doubleValue() : standard;
    }

    private static Set<String> texts(@Nullable Object value) {
        Set<String> texts = new LinkedHashSet<>();
        if (value instanceof List<?> list) {
            list.forEach(text -> texts.add(String.valueOf(text)));
        }
        return texts;
    }
}
