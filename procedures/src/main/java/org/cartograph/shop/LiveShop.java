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
import org.cartograph.graph.Assortment;
import org.cartograph.graph.Assortments;
import org.cartograph.graph.Browsers;
import org.cartograph.graph.Family;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.Listed;
import org.cartograph.graph.NeighbourRow;
import org.cartograph.graph.NeighbourStore;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.ProductFacts;
import org.cartograph.graph.RuleCounts;
import org.cartograph.merchandise.RuleBook;
import org.cartograph.merchandise.StaffPicks;
import org.cartograph.similarity.Repeats;
import org.cartograph.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/** The shop as it stands in the graph, read inside the caller's transaction; stock and activity are never cached. */
public final class LiveShop implements Shop {
    /** Beyond this depth a category's bestsellers are none. */
    private static final int MOST_LIKE = 200;

    private final GraphDatabaseService database;
    private final Transaction transaction;
    private final NeighbourStore neighbours;
    private final LiveProducts products;
    private final Instant now = Instant.now();
    private @Nullable Assortment assortment;
    private final OfferReader offers;
    private final Map<Family, Map<Long, NeighbourRow>> rows = new EnumMap<>(Family.class);

    /** The shop of one answer. */
    public LiveShop(GraphDatabaseService database, Transaction transaction) {
        this.database = database;
        this.transaction = transaction;
        this.neighbours = new NeighbourStore(database, transaction);
        this.products = new LiveProducts(database, transaction, now);
        this.offers = new OfferReader(database, transaction, now);
    }

    @Override
    public OptionalLong product(String id) {
        Node node = transaction.findNode(GraphModel.PRODUCT, "id", id);
        return node == null ? OptionalLong.empty() : OptionalLong.of(NodeIds.of(node));
    }

    @Override
    public boolean isProduct(long product) {
        return products.isProduct(product);
    }

    @Override
    public ProductFacts facts(long product) {
        return products.facts(product);
    }

    @Override
    public @Nullable Double listedPrice(long product) {
        Listed listed = assortment().of(product);
        return listed == null || Double.isNaN(listed.price()) ? null : listed.price();
    }

    @Override
    public String title(String id) {
        OptionalLong product = product(id);
        return product.isPresent() ? facts(product.getAsLong()).title() : id;
    }

    @Override
    public Traits traits(long product) {
        return products.traits(product);
    }

    @Override
    public Traits listedTraits(long product) {
        return products.listedTraits(product);
    }

    @Override
    public NeighbourRow row(long product, Family family) {
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
        return assortment().trend(product);
    }

    @Override
    public Repeats repeats(long product) {
        Listed listed = assortment().of(product);
        return listed == null ? Repeats.NONE : listed.repeats();
    }

    @Override
    public Shopper shopper(String id) {
        Node shopper = transaction.findNode(GraphModel.CUSTOMER, "id", id);
        return shopper == null || Boolean.FALSE.equals(shopper.getProperty("consent", null))
                ? Shopper.STRANGER
                : new ShopperReader(shopper, now).read();
    }

    @Override
    public Shopper visitor(String visitorId) {
        return shopper(Browsers.id(transaction, visitorId));
    }

    @Override
    public ProductLists lists() {
        return new LiveLists(assortment());
    }

    @Override
    public RuleBook rules() {
        return RuleBook.read(transaction);
    }

    @Override
    public List<Long> picks(String context) {
        return StaffPicks.products(transaction, context, now);
    }

    @Override
    public Wording wording(@Nullable String locale) {
        return Wording.read(transaction, locale);
    }

    @Override
    public double stars(long product) {
        Listed listed = assortment().of(product);
        return listed == null ? 0 : listed.rating();
    }

    @Override
    public List<Long> sharing(long product, String attribute, int most) {
        return new AttributeMembers(transaction).sharing(product, attribute, most);
    }

    @Override
    public Offered offered(long seed, String placement) {
        return offers.beside(seed, placement);
    }

    @Override
    public Outcomes outcomes(long product, String placement) {
        return offers.itself(product, () -> facts(product).id(), placement);
    }

    @Override
    public double takeRate(String placement) {
        return offers.takeRate(placement);
    }

    @Override
    public double returnRate(long product) {
        return assortment().returnRate(product);
    }

    @Override
    public double returnRate() {
        return assortment().returnRate();
    }

    @Override
    public double priceTier(long product) {
        return assortment().priceTier(product);
    }

    /** One for the whole answer: a box must not be ranked by two. */
    private Assortment assortment() {
        Assortment known = assortment;
        if (known == null) {
            known = Assortments.current(database, transaction);
            assortment = known;
        }
        return known;
    }

    private static List<Long> products(List<Listed> ranked) {
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
            List<Listed> sellers = assortment().bestsellersOf(category);
            similar.addAll(products(sellers.subList(0, Math.min(MOST_LIKE, sellers.size()))));
        }
        return similar;
    }

    @Override
    public List<Long> bestsellers() {
        return products(assortment().bestsellers());
    }

    @Override
    public List<Long> bestsellersWith(Map<String, Set<String>> wanted) {
        return new AttributeMembers(transaction).ofRarest(wanted);
    }

    @Override
    public List<Long> bestsellersNow() {
        Assortment fresh = Assortments.fresh(database, transaction);
        assortment = fresh;
        return products(fresh.bestsellers());
    }

    @Override
    public Instant now() {
        return now;
    }
}
