package org.cartograph.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cartograph.experiment.RunningExperiments.Running;
import org.cartograph.graph.Browsers;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.People;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.settings.Shown;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * Which variants does a request get?
 *
 * <p>What a unit met before counts before what its hash says: the customer's own exposure or the browser's, whichever was
 * earlier. Whoever refused consent, and whoever is not known, takes no part and gets what the shop gives without experiments.
 * Whoever is held out takes part in nothing else.
 */
public final class Treatments {
    private static final String PREVIEW = " (preview)";

    private final Transaction transaction;
    private final RecommendSettings current;

    /** The treatments by the experiments that run at this moment, over the shop's settings. */
    public Treatments(Transaction transaction, RecommendSettings current) {
        this.transaction = transaction;
        this.current = current;
    }

    /**
     * How to answer a request.
     *
     * @param wanted a variant to look at, as {@code experiment/variant}; any other text is the caller's own; or null
     */
    public Treatment of(String context, Visitor visitor, @Nullable String wanted) {
        Treatment preview = wanted == null ? null : preview(wanted);
        if (preview != null) {
            return preview;
        }
        List<Running> running = RunningExperiments.on(context, transaction, current);
        if (running.isEmpty() || refused(visitor.customerId()) || refused(visitor.visitorId())) {
            return Treatment.none(current, wanted);
        }
        RecommendSettings settings = current;
        List<Exposure> exposures = new ArrayList<>();
        for (Running one : running) {
            String unit = visitor.unit(one.experiment().unit());
            Variant variant = unit == null ? null : assigned(one, unit, visitor);
            if (unit == null || variant == null) {
                continue;
            }
            Exposure exposure = new Exposure(one.experiment().name(), variant.name(), unit);
            if (variant.kind() == Variant.Kind.HOLDOUT) {
                return new Treatment(current, true, exposure.label(), List.of(exposure));
            }
            exposures.add(exposure);
            settings = over(settings, one.settingsOf(variant), variant);
        }
        String label = exposures.isEmpty()
                ? wanted
                : exposures.stream().map(Exposure::label).collect(Collectors.joining(", "));
        return new Treatment(settings, false, label, exposures);
    }

    /** Only one of them may change more than boxes, see {@link Reach}. */
    private static RecommendSettings over(RecommendSettings below, RecommendSettings own, Variant variant) {
        if (variant.changesNothing()) {
            return below;
        }
        return VariantSettings.changesWholePages(variant) ? own : below.with(own, VariantSettings.recipes(variant));
    }

    private boolean refused(@Nullable String id) {
        Node node = shopper(id);
        return node != null && People.refused(node);
    }

    private @Nullable Node shopper(@Nullable String id) {
        return id == null ? null : transaction.findNode(GraphModel.CUSTOMER, "id", id);
    }

    private @Nullable Node browser(@Nullable String visitorId) {
        return visitorId == null ? null : shopper(Browsers.id(transaction, visitorId));
    }

    private @Nullable Variant assigned(Running running, String unit, Visitor visitor) {
        Experiment experiment = running.experiment();
        if (experiment.unit() == Experiment.Unit.CUSTOMER) {
            Relationship own = exposed(shopper(visitor.customerId()), running.node());
            Relationship browsers = exposed(browser(visitor.visitorId()), running.node());
            Relationship first = earlier(own, browsers);
            Variant met = first == null ? null : experiment.variant(String.valueOf(first.getProperty("variant", "")));
            if (met != null) {
                return met;
            }
        }
        return Assignment.of(experiment, unit);
    }

    private static @Nullable Relationship earlier(@Nullable Relationship one, @Nullable Relationship other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return at(other).isBefore(at(one)) ? other : one;
    }

    private static Instant at(Relationship exposed) {
        Instant at = Instants.of(exposed.getProperty("at", null));
        return at == null ? Instant.MAX : at;
    }

    private static @Nullable Relationship exposed(@Nullable Node shopper, long experiment) {
        Relationship first = null;
        if (shopper != null) {
            try (ResourceIterable<Relationship> all =
                    shopper.getRelationships(Direction.OUTGOING, GraphModel.EXPOSED)) {
                for (Relationship one : all) {
                    first = NodeIds.target(one) == experiment ? earlier(first, one) : first;
                }
            }
        }
        return first;
    }

    /** A variant of an experiment, running or not, to be looked at and not to be measured. */
    private @Nullable Treatment preview(String wanted) {
        int slash = wanted.indexOf('/');
        Node node = slash < 1
                ? null
                : transaction.findNode(GraphModel.EXPERIMENT, ExperimentNodes.NAME, wanted.substring(0, slash));
        Experiment experiment = node == null ? null : ExperimentNodes.read(node);
        if (experiment == null) {
            return null;
        }
        Variant variant = experiment.variant(wanted.substring(slash + 1));
        if (variant == null) {
            throw new IllegalArgumentException("`variant` must be one of "
                    + experiment.variantNames().stream()
                            .map(name -> experiment.name() + "/" + name)
                            .collect(Collectors.joining(", "))
                    + ", but was " + Shown.of(wanted) + ".");
        }
        return new Treatment(
                VariantSettings.of(transaction, current, variant),
                variant.kind() == Variant.Kind.HOLDOUT,
                wanted + PREVIEW,
                List.of());
    }
}
