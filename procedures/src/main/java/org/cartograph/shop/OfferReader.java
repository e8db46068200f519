package org.cartograph.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.OffersByProduct;
import org.cartograph.similarity.Forgetting;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** Reads what became of earlier offers, as far as it was not read within the last minute. */
final class OfferReader {
    private final Transaction transaction;
    private final Instant now;
    private final long nanos = System.nanoTime();
    private final OffersCache cache;

    OfferReader(GraphDatabaseService database, Transaction transaction, Instant now) {
        this.transaction = transaction;
        this.now = now;
        this.cache = OffersCache.of(database);
    }

    private TakeRates rates() {
        return cache.rates(nanos, () -> TakeRates.read(transaction, now));
    }

    double takeRate(String placement) {
        return rates().of(placement);
    }

    Offered beside(long seed, String placement) {
        return cache.beside(seed, nanos, () -> readBeside(seed)).getOrDefault(placement, Offered.NONE);
    }

    /** @param id the product's, asked for only when it is needed */
    Shop.Outcomes itself(long product, Supplier<String> id, String placement) {
        return cache.itself(product, nanos, () -> readItself(id.get())).getOrDefault(placement, Shop.Outcomes.NONE);
    }

    private Map<String, Offered> readBeside(long seed) {
        Map<String, List<Offered.Entry>> entries = new HashMap<>();
        try (ResourceIterable<Relationship> edges =
                NodeIds.node(transaction, seed).getRelationships(Direction.OUTGOING, GraphModel.OFFERED)) {
            for (Relationship edge : edges) {
                long product = NodeIds.target(edge);
                if (product != seed) {
                    Map<String, Object> said = properties(edge);
                    Shop.Outcomes outcomes = outcomes(said);
                    entries.computeIfAbsent(String.valueOf(said.get("placement")), key -> new ArrayList<>())
                            .add(new Offered.Entry(product, outcomes.shown(), outcomes.taken()));
                }
            }
        }
        Map<String, Offered> beside = new HashMap<>();
        entries.forEach((placement, ofBox) -> beside.put(placement, new Offered(ofBox)));
        return Map.copyOf(beside);
    }

    private Map<String, Shop.Outcomes> readItself(String id) {
        Map<String, Shop.Outcomes> itself = new HashMap<>();
        try (ResourceIterator<Relationship> edges = OffersByProduct.of(transaction, id)) {
            while (edges.hasNext()) {
                Map<String, Object> said = properties(edges.next());
                itself.put(String.valueOf(said.get("placement")), outcomes(said));
            }
        }
        return Map.copyOf(itself);
    }

    private static Map<String, Object> properties(Relationship edge) {
        return edge.getProperties("placement", "shown", "taken", "at");
    }

    private Shop.Outcomes outcomes(Map<String, Object> said) {
        double left = left(said.get("at"), rates().forgetting(), now);
        return new Shop.Outcomes(left * number(said.get("shown")), left * number(said.get("taken")));
    }

    /** What is left by now of what counted 1 then; all of what has no time. */
    static double left(@Nullable Object at, Forgetting forgetting, Instant now) {
        Instant then = Instants.of(at);
        return then == null ? 1 : forgetting.left(then.toEpochMilli(), now.toEpochMilli());
    }

    static double number(@Nullable Object value) {
        return value instanceof Number number ? Math.max(0, number.doubleValue()) : 0;
    }
}
