package org.cartograph.shop;

import java.util.HashMap;
import java.util.Map;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/** What became of earlier offers: the OFFERED relationships of a seed, each read once an answer. */
final class Offers {
    private final Transaction transaction;
    private final Map<Long, Map<String, Shop.Outcomes>> bySeed = new HashMap<>();

    Offers(Transaction transaction) {
        this.transaction = transaction;
    }

    Shop.Outcomes outcomes(long seed, long product, String placement) {
        Map<String, Shop.Outcomes> ofSeed = bySeed.computeIfAbsent(seed, this::read);
        return ofSeed.isEmpty() ? Shop.Outcomes.NONE : ofSeed.getOrDefault(key(product, placement), Shop.Outcomes.NONE);
    }

    private Map<String, Shop.Outcomes> read(long seed) {
        Map<String, Shop.Outcomes> outcomes = new HashMap<>();
        try (ResourceIterable<Relationship> offered =
                NodeIds.node(transaction, seed).getRelationships(Direction.OUTGOING, GraphModel.OFFERED)) {
            for (Relationship edge : offered) {
                Map<String, Object> said = edge.getProperties("placement", "shown", "taken");
                outcomes.merge(
                        key(NodeIds.target(edge), String.valueOf(said.get("placement"))),
                        new Shop.Outcomes(number(said.get("shown")), number(said.get("taken"))),
                        Shop.Outcomes::plus);
            }
        }
        return outcomes;
    }

    private static String key(long product, String placement) {
        return product + " " + placement;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? Math.max(0, number.doubleValue()) : 0;
    }
}
