package org.cartograph.experiment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * Writes who met which variant: {@code (:Customer)-[:EXPOSED {variant, unit, at}]->(:Experiment)}, once for each unit.
 *
 * <p>A visit of nobody known hangs on a customer of its own, {@code session:<id>}. Customers are made and locked in the order
 * of their ids before anything is looked up, so that two services that send the same write it once and never wait for each other
 * in a circle.
 */
public final class Exposures {
    private static final String SHOPPERS = """
            UNWIND $shoppers AS row
            MERGE (c:Customer {id: row.id})
              ON CREATE SET c.anonymous = row.anonymous""";

    private static final String VARIANT = "variant";
    private static final String UNIT = "unit";

    private final Transaction transaction;
    private final Map<String, Met> experiments = new HashMap<>();

    /** Writes inside the caller's transaction. */
    public Exposures(Transaction transaction) {
        this.transaction = transaction;
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
        List<String> reasons = new ArrayList<>();
        Map<String, Boolean> shoppers = new TreeMap<>();
        for (Reported one : reported) {
            String reason = objection(one);
            reasons.add(Objects.requireNonNullElse(reason, ""));
            if (reason == null) {
                shoppers.merge(one.shopper(), one.customerId() == null, Boolean::logicalAnd);
            }
        }
        make(shoppers);
        List<Outcome> outcomes = new ArrayList<>();
        for (int at = 0; at < reported.size(); at++) {
            String reason = reasons.get(at);
            outcomes.add(reason.isEmpty() ? write(at, reported.get(at)) : new Outcome(at, "rejected", reason));
        }
        return outcomes;
    }

    private void make(Map<String, Boolean> shoppers) {
        List<Map<String, Object>> rows = shoppers.entrySet().stream()
                .map(one -> anonymousOrNot(one.getKey(), one.getValue()))
                .toList();
        transaction.execute(SHOPPERS, Map.of("shoppers", rows)).close();
        for (String id : shoppers.keySet()) {
            transaction.acquireWriteLock(shopper(id));
        }
    }

    private Node shopper(String id) {
        Node shopper = transaction.findNode(GraphModel.CUSTOMER, "id", id);
        if (shopper == null) {
            throw new IllegalStateException("A customer is gone within one transaction.");
        }
        return shopper;
    }

    private static Map<String, Object> anonymousOrNot(String id, boolean anonymous) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        if (anonymous) {
            row.put("anonymous", true);
        }
        return row;
    }

    private Outcome write(int index, Reported one) {
        Met met = met(one.experiment());
        Node shopper = shopper(one.shopper());
        if (met.node() == null || met.experiment() == null) {
            throw new IllegalStateException("An experiment is gone within one transaction.");
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

    /** Why an exposure cannot be written, or null. */
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
        return refused(one.customerId()) || refused(one.visitorId()) ? "This person refused consent." : null;
    }

    private boolean refused(@Nullable String id) {
        Node node = id == null ? null : transaction.findNode(GraphModel.CUSTOMER, "id", id);
        return node != null && Boolean.FALSE.equals(node.getProperty("consent", null));
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
