package org.cartograph.feedback.learning;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.OffersByProduct;
import org.cartograph.similarity.Forgetting;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Looks and takes that are to be added to OFFERED relationships.
 *
 * <p>What a seed keeps is bounded: of each box the {@value #MOST} products with the most looks, and none of which less than
 * {@value #LEAST} of a look is left.
 */
final class Evidence {
    static final int MOST = 200;
    private static final double LEAST = 0.05;

    private final Transaction transaction;
    private final Forgetting forgetting;
    private final ZonedDateTime now;
    /** By seed, in the order of their numbers, so that two who write do not wait for each other in a ring. */
    private final Map<Long, Map<Offer, double[]>> bySeed = new TreeMap<>();

    Evidence(Transaction transaction, Forgetting forgetting, ZonedDateTime now) {
        this.transaction = transaction;
        this.forgetting = forgetting;
        this.now = now;
    }

    private record Offer(long product, String placement) {}

    /** A relationship as it was found, with the looks that are left of it. */
    private record Standing(Relationship edge, Offer offer, double left, double looks) {}

    void add(long seed, long product, String placement, double looks, double taken) {
        double[] sums = bySeed.computeIfAbsent(seed, key -> new HashMap<>())
                .computeIfAbsent(new Offer(product, placement), key -> new double[2]);
        sums[0] += looks;
        sums[1] += taken;
    }

    /** Writes all of it. */
    void write() {
        bySeed.forEach((seed, added) -> {
            Node node = NodeIds.node(transaction, seed);
            boolean besideOthers = added.keySet().stream().anyMatch(offer -> offer.product() != seed);
            List<Standing> others = new ArrayList<>();
            for (Standing standing : besideOthers ? all(node) : ofItself(node)) {
                double[] sums = added.remove(standing.offer());
                if (sums == null) {
                    others.add(standing);
                } else {
                    set(
                            standing.edge(),
                            standing.looks() + sums[0],
                            standing.left() * taken(standing.edge()) + sums[1]);
                }
            }
            Map<String, Integer> created = new HashMap<>();
            added.forEach((offer, sums) -> {
                create(node, seed, offer, sums);
                created.merge(offer.placement(), 1, Integer::sum);
            });
            forget(seed, others, created);
        });
    }

    private List<Standing> all(Node seed) {
        try (ResourceIterable<Relationship> edges = seed.getRelationships(Direction.OUTGOING, GraphModel.OFFERED)) {
            return edges.stream().map(this::standing).toList();
        }
    }

    /** Most products are only offered, and are no seed: theirs are found without a look at hundreds of others. */
    private List<Standing> ofItself(Node product) {
        try (ResourceIterator<Relationship> edges =
                OffersByProduct.of(transaction, String.valueOf(product.getProperty("id", "")))) {
            return edges.stream().map(this::standing).toList();
        }
    }

    private Standing standing(Relationship edge) {
        Map<String, Object> said = edge.getProperties("placement", "shown", "at");
        Instant at = Instants.of(said.get("at"));
        double left = at == null
                ? 1
                : forgetting.left(at.toEpochMilli(), now.toInstant().toEpochMilli());
        double shown = said.get("shown") instanceof Number number ? number.doubleValue() : 0;
        Offer offer = new Offer(NodeIds.target(edge), String.valueOf(said.get("placement")));
        return new Standing(edge, offer, left, left * shown);
    }

    private static double taken(Relationship edge) {
        return edge.getProperty("taken", 0.0) instanceof Number number ? number.doubleValue() : 0;
    }

    private void set(Relationship edge, double looks, double taken) {
        edge.setProperty("shown", Math.max(0, looks));
        edge.setProperty("taken", Math.max(0, taken));
        edge.setProperty("at", now);
    }

    private void create(Node seed, long number, Offer offer, double[] sums) {
        boolean itself = number == offer.product();
        Relationship edge = seed.createRelationshipTo(
                itself ? seed : NodeIds.node(transaction, offer.product()), GraphModel.OFFERED);
        edge.setProperty("placement", offer.placement());
        if (itself) {
            // So that it is found by an index, and not among the others.
            edge.setProperty(OffersByProduct.KEY, seed.getProperty("id"));
        }
        set(edge, sums[0], sums[1]);
    }

    private static void forget(long seed, List<Standing> others, Map<String, Integer> touched) {
        Map<String, List<Standing>> byPlacement = new HashMap<>();
        for (Standing standing : others) {
            if (standing.looks() < LEAST) {
                standing.edge().delete();
            } else if (standing.offer().product() != seed) {
                byPlacement
                        .computeIfAbsent(standing.offer().placement(), key -> new ArrayList<>())
                        .add(standing);
            }
        }
        byPlacement.forEach((placement, kept) -> {
            kept.sort(Comparator.comparingDouble(Standing::looks));
            int tooMany = kept.size() + touched.getOrDefault(placement, 0) - MOST;
            for (Standing standing : kept.subList(0, Math.max(0, Math.min(tooMany, kept.size())))) {
                standing.edge().delete();
            }
        });
    }
}
