package org.cartograph.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Showed;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * What is left of some answers: counts and money by day, page, box, variants, source and currency, in {@code OutcomeDay}
 * nodes. What is known of whole answers only (their number, their halo) stands on nodes without a box.
 */
final class DaySums {
    private static final String CREATE = "UNWIND $ids AS id MERGE (:OutcomeDay {id: id})";

    private final SortedMap<String, Day> days = new TreeMap<>();
    private final Newness newness = new Newness();

    private record Day(
            LocalDate day,
            String context,
            String placement,
            List<String> variants,
            String source,
            String currency,
            Counts counts) {
        String id() {
            return String.join("|", day.toString(), context, placement, String.join(",", variants), source, currency);
        }
    }

    void add(Node recommendation) {
        Origin origin = Origin.of(recommendation);
        counts(origin, "", "", "").add(Count.ANSWERS, 1);
        String currency = String.valueOf(recommendation.getProperty("haloCurrency", ""));
        Halos.of(recommendation, halo -> halo.accept(counts(origin, "", "", currency)));
        try (ResourceIterable<Relationship> shown =
                recommendation.getRelationships(Direction.OUTGOING, GraphModel.SHOWED)) {
            for (Relationship edge : shown) {
                Map<String, Object> properties = edge.getAllProperties();
                Impression impression = Impression.of(edge, properties);
                if (impression != null) {
                    counts(
                                    origin,
                                    String.valueOf(properties.getOrDefault(Showed.PLACEMENT, "unknown")),
                                    String.valueOf(properties.getOrDefault(Showed.SOURCE, "")),
                                    impression.currency())
                            .add(impression, newness.isNew(impression.product(), origin.at()));
                }
            }
        }
    }

    private Counts counts(Origin origin, String placement, String source, String currency) {
        Day day = new Day(origin.day(), origin.context(), placement, origin.variants(), source, currency, new Counts());
        return days.computeIfAbsent(day.id(), first -> day).counts();
    }

    /** Adds them to what stands, in the order of the ids; says how many nodes that were. */
    int write(Transaction transaction) {
        transaction.execute(CREATE, Map.of("ids", List.copyOf(days.keySet()))).close();
        days.forEach((id, day) -> {
            Node node = transaction.findNode(GraphModel.OUTCOME_DAY, "id", id);
            transaction.acquireWriteLock(node);
            add(node, day);
        });
        return days.size();
    }

    private static void add(Node node, Day day) {
        node.setProperty("day", day.day());
        node.setProperty("context", day.context());
        node.setProperty("placement", day.placement());
        node.setProperty("variants", day.variants().toArray(String[]::new));
        node.setProperty("source", day.source());
        node.setProperty("currency", day.currency());
        for (Count count : Count.values()) {
            plus(node, count.key(), day.counts().of(count));
        }
        day.counts().revenue().values().forEach(amount -> plus(node, "revenue", amount));
        day.counts().halo().values().forEach(amount -> plus(node, "haloRevenue", amount));
    }

    private static void plus(Node node, String key, long more) {
        if (more != 0) {
            node.setProperty(key, more + (node.getProperty(key, 0L) instanceof Long before ? before : 0L));
        }
    }

    private static void plus(Node node, String key, double more) {
        Double before = OldDays.number(node, key);
        node.setProperty(key, more + (before == null ? 0 : before));
    }
}
