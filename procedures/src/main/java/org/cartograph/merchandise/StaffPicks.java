package org.cartograph.merchandise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.cartograph.graph.NodeIds;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** The products that the shop's own people recommend: {@code (:StaffPicks)-[:PICKS {rank}]->(:Product)}. */
public final class StaffPicks {
    static final Label STAFF_PICKS = Label.label("StaffPicks");
    static final RelationshipType PICKS = RelationshipType.withName("PICKS");
    static final String RANK = "rank";

    private StaffPicks() {}

    /**
     * The picks for a page at a moment, as internal numbers: list after list by name, each in its own order, no product
     * twice.
     */
    public static List<Long> products(Transaction transaction, String context, Instant now) {
        List<Node> lists = new ArrayList<>();
        try (ResourceIterator<Node> nodes = transaction.findNodes(STAFF_PICKS)) {
            while (nodes.hasNext()) {
                Node list = nodes.next();
                if (acts(list, context, now)) {
                    lists.add(list);
                }
            }
        }
        lists.sort(Comparator.comparing(list -> String.valueOf(list.getProperty("name", ""))));
        LinkedHashSet<Long> products = new LinkedHashSet<>();
        lists.forEach(list -> picked(list).forEach(product -> products.add(NodeIds.of(product))));
        return List.copyOf(products);
    }

    private static boolean acts(Node list, String context, Instant now) {
        boolean here = !(list.getProperty("contexts", null) instanceof String[] contexts)
                || contexts.length == 0
                || Arrays.asList(contexts).contains(context);
        return here && Period.of(list).state(now) == Period.State.ACTING;
    }

    /** The products of a list, in its order. */
    static List<Node> picked(Node list) {
        List<Relationship> picks = new ArrayList<>();
        try (ResourceIterable<Relationship> edges = list.getRelationships(Direction.OUTGOING, PICKS)) {
            edges.forEach(picks::add);
        }
        picks.sort(Comparator.comparingLong(StaffPicks::rank).thenComparingLong(NodeIds::target));
        return picks.stream().map(Relationship::getEndNode).toList();
    }

    private static long rank(Relationship pick) {
        return pick.getProperty(RANK, null) instanceof Number rank ? rank.longValue() : Long.MAX_VALUE;
    }
}
