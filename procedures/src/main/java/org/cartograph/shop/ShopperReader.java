package org.cartograph.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterable;

/** Reads a {@link Shopper} from their node: one pass over its relationships of each kind. */
final class ShopperReader {
    private static final Duration SESSION = Duration.ofHours(1);
    private static final Duration CART_LIFE = Duration.ofDays(30);
    /** Whoever has more relationships of one kind is a robot, and the page must not wait for it. */
    private static final int MOST = 5_000;

    private final Node shopper;
    private final Instant now;

    ShopperReader(Node shopper, Instant now) {
        this.shopper = shopper;
        this.now = now;
    }

    Shopper read() {
        Set<Long> unwanted = new HashSet<>();
        each(GraphModel.DISMISSED, edge -> unwanted.add(NodeIds.target(edge)));
        each(GraphModel.OWNS, edge -> unwanted.add(NodeIds.target(edge)));
        Map<Long, Shopper.Seen> seen = new HashMap<>();
        each(GraphModel.SEEN, edge -> seen.put(NodeIds.target(edge), seen(edge)));
        List<Long> categories = new ArrayList<>();
        Set<String> brands = new HashSet<>();
        each(GraphModel.PREFERS, edge -> {
            Node liked = edge.getEndNode();
            if (liked.hasLabel(GraphModel.CATEGORY)) {
                categories.add(NodeIds.of(liked));
            } else if ("brand".equals(liked.getProperty("key", ""))) {
                brands.add(String.valueOf(liked.getProperty("value", "")));
            }
        });
        Map<Long, Instant> carted = latest(GraphModel.ADDED_TO_CART);
        return new Shopper(lately(carted), unwanted, seen, categories, brands, openCart(carted));
    }

    private List<Shopper.Glance> lately(Map<Long, Instant> carted) {
        Instant since = now.minus(SESSION);
        List<Shopper.Glance> lately = new ArrayList<>();
        latest(GraphModel.VIEWED).forEach((product, at) -> {
            if (!at.isBefore(since)) {
                lately.add(new Shopper.Glance(product, at, false));
            }
        });
        carted.forEach((product, at) -> {
            if (!at.isBefore(since)) {
                lately.add(new Shopper.Glance(product, at, true));
            }
        });
        lately.sort(Comparator.comparing(Shopper.Glance::at).reversed().thenComparingLong(Shopper.Glance::product));
        return lately;
    }

    private List<Long> openCart(Map<Long, Instant> carted) {
        if (carted.isEmpty()) {
            return List.of();
        }
        Map<Long, Instant> removed = latest(GraphModel.REMOVED_FROM_CART);
        Map<Long, Instant> bought = latest(GraphModel.PURCHASED);
        Instant since = now.minus(CART_LIFE);
        return carted.entrySet().stream()
                .filter(entry -> !entry.getValue().isBefore(since))
                .filter(entry ->
                        removed.getOrDefault(entry.getKey(), Instant.MIN).isBefore(entry.getValue()))
                .filter(entry ->
                        bought.getOrDefault(entry.getKey(), Instant.MIN).isBefore(entry.getValue()))
                .sorted(Map.Entry.<Long, Instant>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<Long, Instant> latest(RelationshipType type) {
        Map<Long, Instant> latest = new HashMap<>();
        each(type, edge -> {
            Instant at = Instants.of(edge.getProperty("at", null));
            latest.merge(NodeIds.target(edge), at == null ? Instant.EPOCH : at, (a, b) -> a.isAfter(b) ? a : b);
        });
        return latest;
    }

    private static Shopper.Seen seen(Relationship edge) {
        Instant at = Instants.of(edge.getProperty("lastAt", null));
        long times = edge.getProperty("times", 1L) instanceof Number number ? number.longValue() : 1;
        Object clicked = edge.getProperty("clicked", false);
        boolean everClicked =
                Boolean.TRUE.equals(clicked) || (clicked instanceof Number count && count.doubleValue() > 0);
        return new Shopper.Seen(times, at == null ? Instant.EPOCH : at, everClicked);
    }

    private interface Take {
        void edge(Relationship edge);
    }

    private void each(RelationshipType type, Take take) {
        int read = 0;
        try (ResourceIterable<Relationship> edges = shopper.getRelationships(Direction.OUTGOING, type)) {
            for (Relationship edge : edges) {
                if (read++ == MOST) {
                    return;
                }
                take.edge(edge);
            }
        }
    }
}
