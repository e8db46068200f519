package org.cartograph.experiment.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.experiment.GuestOrders;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.People;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * Who met an experiment?
 *
 * <p>A visit in the middle of which somebody signed in is kept with the browser and with the customer: it is one unit, of the
 * variant and from the moment that it met first.
 */
final class ExposedUnits {
    private ExposedUnits() {}

    /**
     * A unit.
     *
     * @param at when it met the experiment first
     * @param shoppers whose orders are its orders
     */
    record ExposedUnit(String variant, Instant at, List<Node> shoppers) {
        private ExposedUnit with(ExposedUnit other) {
            List<Node> all = new ArrayList<>(shoppers);
            other.shoppers.stream().filter(shopper -> !all.contains(shopper)).forEach(all::add);
            ExposedUnit first = other.at.isBefore(at) ? other : this;
            return new ExposedUnit(first.variant, first.at, all);
        }
    }

    /** All units of an experiment. */
    static Collection<ExposedUnit> of(Transaction transaction, Node experiment) {
        Map<String, ExposedUnit> units = new LinkedHashMap<>();
        try (ResourceIterable<Relationship> all = experiment.getRelationships(Direction.INCOMING, GraphModel.EXPOSED)) {
            for (Relationship one : all) {
                Instant at = Instants.of(one.getProperty("at", null));
                Node shopper = one.getStartNode();
                ExposedUnit unit = new ExposedUnit(
                        String.valueOf(one.getProperty("variant", "")),
                        at == null ? Instant.EPOCH : at,
                        shoppers(transaction, shopper, one));
                units.merge(String.valueOf(one.getProperty("unit", shopper.getElementId())), unit, ExposedUnit::with);
            }
        }
        return units.values();
    }

    /** Somebody, and the customers that were made for what was ordered as a guest. */
    private static List<Node> shoppers(Transaction transaction, Node shopper, Relationship exposed) {
        List<Node> all = new ArrayList<>(List.of(shopper));
        for (String order : GuestOrders.of(exposed)) {
            Node guest = transaction.findNode(GraphModel.CUSTOMER, "id", People.guest(order));
            if (guest != null) {
                all.add(guest);
            }
        }
        return all;
    }
}
