package org.cartograph.recommend;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.Family;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Neighbour;
import org.cartograph.graph.NeighbourStore;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.ProductFacts;
import org.cartograph.graph.RuleCounts;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Looks at one row of neighbours, without recipes, seeds or fallbacks. */
public final class NeighbourQuery {
    private static final Set<String> KEYS = Set.of("limit", "onlySellable");

    private final Transaction transaction;

    /** A query inside one transaction. */
    public NeighbourQuery(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * A neighbour and its evidence.
     *
     * @param count orders, customers, visits or shared attributes behind the edge
     * @param via id of the established product that it was inherited from, or null for an edge of its own
     * @param rule the counts behind support, confidence and lift, or null where they mean nothing
     */
    public record Found(
            Node product,
            ProductFacts facts,
            double score,
            long count,
            @Nullable String via,
            @Nullable RuleCounts rule) {
        /** Whether it was inherited from a product that sells more. */
        public boolean inherited() {
            return via != null;
        }

        /** See {@link RuleCounts#support()}. */
        public @Nullable Double support() {
            return rule == null ? null : rule.support();
        }

        /** See {@link RuleCounts#confidence()}. */
        public @Nullable Double confidence() {
            return rule == null ? null : rule.confidence();
        }

        /** See {@link RuleCounts#lift()}. */
        public @Nullable Double lift() {
            return rule == null ? null : rule.lift();
        }
    }

    /**
     * The row of a product, best first.
     *
     * @param config {@code limit} 1 to 200 (10), {@code onlySellable} (true)
     * @throws IllegalArgumentException when there is no such product
     */
    public List<Found> find(@Nullable String id, Family family, @Nullable Map<String, Object> config) {
        Settings settings = Settings.of(config, KEYS);
        int limit = settings.integer("limit", 10, 1, 200);
        boolean onlySellable = settings.flag("onlySellable", true);
        Node source = id == null ? null : transaction.findNode(GraphModel.PRODUCT, "id", id);
        if (source == null) {
            throw new IllegalArgumentException(
                    "`id` must be the id of a product in the graph, but there is none with " + Shown.of(id) + ".");
        }
        Instant now = Instant.now();
        return NeighbourStore.live(source, family).edges().stream()
                .map(neighbour -> found(source, neighbour, family, now))
                .filter(found -> !onlySellable || found.facts().sellable())
                .limit(limit)
                .toList();
    }

    private Found found(Node source, Neighbour neighbour, Family family, Instant now) {
        Node target = NodeIds.node(transaction, neighbour.product());
        return new Found(
                target,
                ProductFacts.of(target, now),
                neighbour.score(),
                neighbour.count(),
                neighbour.via(),
                RuleCounts.of(source, target, family, neighbour.count()));
    }
}
