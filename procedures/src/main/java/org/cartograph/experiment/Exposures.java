package org.cartograph.experiment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.settings.Shown;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * Writes who met which variant: {@code (:Customer)-[:EXPOSED {variant, unit, at}]->(:Experiment)}, once for each unit.
 */
public final class Exposures {
    private static final String VARIANT = "variant";
    private static final String UNIT = "unit";

    private final Transaction transaction;
    private final Shoppers shoppers;
    private final Map<String, Met> experiments = new HashMap<>();

    /** Writes inside the caller's transaction. */
    public Exposures(Transaction transaction) {
        this.transaction = transaction;
        this.shoppers = new Shoppers(transaction);
    }

    /**
     * What became of an exposure.
     *
     * @param status accepted, duplicate or rejected
     * @param reason why it was rejected, or null
     */
    public record Outcome(
            long index, String status, @Nullable String reason) {}

    private record Met(@Nullable Node node, @Nullable Experiment experiment, boolean running) {}

    /**
     * Writes exposures.
     *
     * @param exposures maps with experiment, variant, unit, customerId, visitorId and at
     * @return one for each, in their order
     */
    public List<Outcome> write(List<Map<String, Object>> exposures) {
        List<Reported> reported = exposures.stream().map(Reported::of).toList();
        List<Placed> placed = reported.stream().map(this::place).toList();
        shoppers.lock(placed.stream()
                .filter(one -> one.objection() == null)
                .map(Placed::shopper)
                .toList());
        List<Outcome> outcomes = new ArrayList<>();
        for (int at = 0; at < reported.size(); at++) {
            outcomes.add(write(at, reported.get(at), placed.get(at)));
        }
        return outcomes;
    }

    private Outcome write(int index, Reported one, Placed placed) {
        if (placed.objection() != null) {
            return new Outcome(index, "rejected", placed.objection());
        }
        Met met = met(one.experiment());
        Node shopper = shoppers.get(placed.shopper());
        if (shopper == null || met.node() == null || met.experiment() == null) {
            return new Outcome(index, "rejected", "This person left or logged in at this moment; send it again.");
        }
        boolean once = met.experiment().unit() == Experiment.Unit.CUSTOMER;
        try (ResourceIterable<Relationship> all = shopper.getRelationships(Direction.OUTGOING, GraphModel.EXPOSED)) {
            for (Relationship exposed : all) {
                if (NodeIds.target(exposed) == NodeIds.of(met.node())
                        && (once || one.unit().equals(exposed.getProperty(UNIT, null)))) {
                    return new Outcome(index, "duplicate", null);
                }
            }
        }
        Relationship exposed = shopper.createRelationshipTo(met.node(), GraphModel.EXPOSED);
        exposed.setProperty(VARIANT, one.variant());
        exposed.setProperty(UNIT, one.unit());
        exposed.setProperty("at", at(one));
        return new Outcome(index, "accepted", null);
    }

    private static ZonedDateTime at(Reported one) {
        Instant now = Instant.now();
        Instant at = one.at() == null || one.at().isAfter(now) ? now : one.at();
        return at.atZone(ZoneOffset.UTC);
    }

    /** @param objection why an exposure cannot be kept, or null */
    private record Placed(String shopper, @Nullable String objection) {}

    private Placed place(Reported one) {
        String objection = objection(one);
        Experiment experiment = objection == null ? met(one.experiment()).experiment() : null;
        String shopper = experiment == null ? null : shoppers.with(one, experiment.unit());
        if (objection == null && shopper == null) {
            objection = "`customerId` must be a customer the shop knows, or come with a `visitorId`, but was "
                    + Shown.of(one.customerId()) + ".";
        }
        return new Placed(shopper == null ? "" : shopper, objection);
    }

    /** Why an exposure cannot be kept, whoever it was, or null. */
    private @Nullable String objection(Reported one) {
        if (one.problem() != null) {
            return one.problem();
        }
        Met met = met(one.experiment());
        if (met.experiment() == null) {
            return "There is no experiment " + one.experiment() + ".";
        }
        if (!met.running()) {
            return "The experiment " + one.experiment() + " does not run.";
        }
        if (met.experiment().variant(one.variant()) == null) {
            return "`variant` must be one of "
                    + String.join(", ", met.experiment().variantNames()) + ", but was " + one.variant() + ".";
        }
        return shoppers.refused(one.customerId()) || shoppers.refused(one.visitorId())
                ? "This person refused consent."
                : null;
    }

    private Met met(String name) {
        return experiments.computeIfAbsent(name, key -> {
            Node node = transaction.findNode(GraphModel.EXPERIMENT, ExperimentNodes.NAME, key);
            return node == null
                    ? new Met(null, null, false)
                    : new Met(node, ExperimentNodes.read(node), node.hasLabel(ExperimentNodes.RUNNING));
        });
    }
}
