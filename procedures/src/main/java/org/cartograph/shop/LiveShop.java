package org.cartograph.shop;

import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.cartograph.graph.Family;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.Neighbour;
import org.cartograph.graph.NeighbourStore;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.ProductFacts;
import org.cartograph.graph.ProductRepeats;
import org.cartograph.graph.RuleCounts;
import org.cartograph.graph.SalesRanking;
import org.cartograph.graph.SalesRankings;
import org.cartograph.similarity.Repeats;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/** The shop as it stands in the graph, read inside the caller's transaction; stock and activity are never cached. */
public final class LiveShop implements Shop {
    private final GraphDatabaseService database;
    private final Transaction transaction;
    private final NeighbourStore neighbours;
    private final Instant now = Instant.now();
    private final Map<Long, ProductFacts> facts = new HashMap<>();
    private final Map<Long, Traits> traits = new HashMap<>();
    private final Map<Family, Map<Long, List<Neighbour>>> rows = new EnumMap<>(Family.class);

    /** The shop of one answer. */
    public LiveShop(GraphDatabaseService database, Transaction transaction) {
        this.database = database;
        this.transaction = transaction;
        this.neighbours = new NeighbourStore(transaction);
    }

    @Override
    public OptionalLong product(String id) {
        Node node = transaction.findNode(GraphModel.PRODUCT, "id", id);
        return node == null ? OptionalLong.empty() : OptionalLong.of(NodeIds.of(node));
    }

    @Override
    public boolean isProduct(long product) {
        try {
            // The number of a deleted product may belong to a customer by now.
            return NodeIds.node(transaction, product).hasLabel(GraphModel.PRODUCT);
        } catch (NotFoundException deleted) {
            return false;
        }
    }

    @Override
    public ProductFacts facts(long product) {
        return facts.computeIfAbsent(product, key -> ProductFacts.of(NodeIds.node(transaction, key), now));
    }

    @Override
    public String title(String id) {
        OptionalLong product = product(id);
        return product.isPresent() ? facts(product.getAsLong()).title() : id;
    }

    @Override
    public Traits traits(long product) {
        return traits.computeIfAbsent(product, key -> Traits.of(NodeIds.node(transaction, key)));
    }

    @Override
    public List<Neighbour> neighbours(long product, Family family) {
        // Several signals of an answer follow the same row.
        return rows.computeIfAbsent(family, key -> new HashMap<>())
                .computeIfAbsent(product, key -> neighbours.row(key, family));
    }

    @Override
    public @Nullable RuleCounts ruleCounts(long source, long target, Family family, long both) {
        return RuleCounts.of(NodeIds.node(transaction, source), NodeIds.node(transaction, target), family, both);
    }

    @Override
    public long purchases(long product) {
        return NodeIds.node(transaction, product).getDegree(GraphModel.PURCHASED, Direction.INCOMING);
    }

    @Override
    public List<PastPurchase> history(String customerId, int most) {
        Node customer = transaction.findNode(GraphModel.CUSTOMER, "id", customerId);
        if (customer == null || Boolean.FALSE.equals(customer.getProperty("consent", null))) {
            return List.of();
        }
        List<PastPurchase> history = new ArrayList<>();
        try (ResourceIterable<Relationship> lines =
                customer.getRelationships(Direction.OUTGOING, GraphModel.PURCHASED)) {
            for (Relationship line : lines) {
                Instant at = Instants.of(line.getProperty("at", null));
                history.add(new PastPurchase(NodeIds.target(line), at == null ? Instant.EPOCH : at));
            }
        }
        history.sort(Comparator.comparing(PastPurchase::at).reversed().thenComparingLong(PastPurchase::product));
        return history.size() <= most ? history : List.copyOf(history.subList(0, most));
    }

    @Override
    public double trend(long product) {
        return ranking().trend().of(product);
    }

    @Override
    public Repeats repeats(long product) {
        return ProductRepeats.of(NodeIds.node(transaction, product));
    }

    @Override
    public boolean consents(String id) {
        Node shopper = transaction.findNode(GraphModel.CUSTOMER, "id", id);
        return shopper == null || !Boolean.FALSE.equals(shopper.getProperty("consent", null));
    }

    @Override
    public Shopper shopper(String id) {
        Node shopper = transaction.findNode(GraphModel.CUSTOMER, "id", id);
        return shopper == null || Boolean.FALSE.equals(shopper.getProperty("consent", null))
                ? Shopper.STRANGER
                : new ShopperReader(shopper, now).read();
    }

    @Override
    public List<Seller> popular(int most) {
        return sellers(ranking().products(), most, SalesRanking.Sold::purchases);
    }

    @Override
    public List<Seller> trending(int most) {
        return sellers(ranking().trending(), most, SalesRanking.Sold::recent);
    }

    @Override
    public List<Seller> popularIn(long category, int most) {
        return sellers(ranking().byCategory().getOrDefault(category, List.of()), most, SalesRanking.Sold::purchases);
    }

    /** The ranking may know products that were deleted since. */
    private List<Seller> sellers(List<SalesRanking.Sold> ranked, int most, ToDoubleFunction<SalesRanking.Sold> sales) {
        return ranked.stream()
                .limit(most)
                .filter(sold -> sales.applyAsDouble(sold) > 0 && isProduct(sold.product()))
                .map(sold -> new Seller(sold.product(), sales.applyAsDouble(sold)))
                .toList();
    }

    private SalesRanking ranking() {
        return SalesRankings.current(database, transaction);
    }

    private static List<Long> products(List<SalesRanking.Sold> ranked) {
        return new AbstractList<>() {
            @Override
            public Long get(int at) {
                return ranked.get(at).product();
            }

            @Override
            public int size() {
                return ranked.size();
            }
        };
    }

    @Override
    public List<Long> bestsellersLike(long product) {
        List<Long> similar = new ArrayList<>();
        for (Long category : traits(product).categories()) {
            similar.addAll(products(ranking().byCategory().getOrDefault(category, List.of())));
        }
        return similar;
    }

    @Override
    public List<Long> bestsellers() {
        return products(ranking().products());
    }

    @Override
    public List<Long> bestsellersWith(Map<String, Set<String>> wanted) {
        return new AttributeMembers(transaction).ofRarest(wanted);
    }

    @Override
    public List<Long> bestsellersNow() {
        return products(SalesRankings.fresh(database, transaction).products());
    }

    @Override
    public Instant now() {
        return now;
    }
}
