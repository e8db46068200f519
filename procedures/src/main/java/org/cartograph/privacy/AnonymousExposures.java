package org.cartograph.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * Leaves each experiment the unit it counted, as an anonymous one, so that its denominators stay honest when people leave;
 * another one for each experiment, so that no two can be joined.
 */
final class AnonymousExposures {
    private AnonymousExposures() {}

    /** Gives all of them away; nothing when there are none. */
    static Erased step(Transaction transaction, Node person) {
        List<Relationship> exposures = new ArrayList<>();
        try (ResourceIterable<Relationship> all = person.getRelationships(Direction.OUTGOING, GraphModel.EXPOSED)) {
            all.forEach(exposures::add);
        }
        exposures.forEach(exposure -> give(transaction, exposure));
        return exposures.isEmpty() ? Erased.NOTHING : Erased.exposures(exposures.size());
    }

    private static void give(Transaction transaction, Relationship exposure) {
        Node experiment = exposure.getEndNode();
        Map<String, Object> known = exposure.getProperties("variant", "at");
        exposure.delete();
        String id = Nobody.id();
        Relationship given = Nobody.create(transaction, id).createRelationshipTo(experiment, GraphModel.EXPOSED);
        given.setProperty("unit", id);
        ZonedDateTime day = Nobody.day(known.remove("at"));
        if (day != null) {
            given.setProperty("at", notBefore(Instants.of(experiment.getProperty("startedAt", null)), day));
        }
        known.forEach(given::setProperty);
    }

    /** The day of its start began before the experiment did. */
    private static ZonedDateTime notBefore(@Nullable Instant start, ZonedDateTime day) {
        return start != null && start.isAfter(day.toInstant()) ? start.atZone(ZoneOffset.UTC) : day;
    }
}
