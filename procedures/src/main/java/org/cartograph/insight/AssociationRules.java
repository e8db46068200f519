package org.cartograph.insight;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cartograph.facts.ProductIndex;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.RuleCounts;
import org.cartograph.settings.Shown;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Association rules of the shop's orders, counted exactly from the purchases as they stand; no model is needed.
 *
 * <p>A question about one product reads only the customers who bought it; all others read every purchase.
 */
public final class AssociationRules {
    private final GraphDatabaseService database;
    private final Transaction transaction;
    private final Runnable check;

    /** @param check throws when the caller wants no result any more */
    public AssociationRules(GraphDatabaseService database, Transaction transaction, Runnable check) {
        this.database = database;
        this.transaction = transaction;
        this.check = check;
    }

    /**
     * A rule.
     *
     * @param antecedents one product or two
     * @param consequent what is bought with them
     * @param counts what its measures follow from
     */
    public record Found(List<Node> antecedents, Node consequent, RuleCounts counts) {}

    /**
     * The best rules, best first.
     *
     * @throws IllegalArgumentException for settings that are not allowed, or products and categories there are not
     */
    public List<Found> find(@Nullable Map<String, Object> config) {
        RuleSettings settings = RuleSettings.of(config);
        ProductIndex products = ProductIndex.read(transaction);
        ProductCategories categories = new ProductCategories(transaction, products);
        if (settings.category() != null) {
            categories.choose(settings.category());
        }
        RuleFilter filter = new RuleFilter(
                settings,
                number(transaction, products, "product", settings.product()),
                number(transaction, products, "antecedent", settings.antecedent()),
                number(transaction, products, "consequent", settings.consequent()),
                categories);
        return mine(products, settings, filter).inOrder().stream()
                .map(rule -> found(products, rule))
                .toList();
    }

    /** Forgets how many orders a database has, because it has become another one. */
    public static void forget(GraphDatabaseService database) {
        OrderTotals.forget(database);
    }

    private BestRules mine(ProductIndex products, RuleSettings settings, RuleFilter filter) {
        OrderReader reader = new OrderReader(transaction, products, check);
        Orders orders = filter.needsOnlyTheAnchorsOrders() ? reader.around(filter.anchor(), database) : reader.all();
        RuleMiner miner = new RuleMiner(orders, settings, filter, check);
        return filter.anchor() == Rule.NONE ? miner.all() : miner.around(filter.anchor());
    }

    /**
     * The number of a product that a setting names, {@link Rule#NONE} where it names none.
     *
     * @throws IllegalArgumentException when there is no such product
     */
    static int number(Transaction transaction, ProductIndex products, String key, @Nullable String id) {
        if (id == null) {
            return Rule.NONE;
        }
        Node product = transaction.findNode(GraphModel.PRODUCT, "id", id);
        if (product == null) {
            throw new IllegalArgumentException("`" + key
                    + "` must be the id of a product in the graph, but there is none with " + Shown.of(id) + ".");
        }
        return products.of(NodeIds.of(product));
    }

    private Found found(ProductIndex products, Rule rule) {
        List<Node> antecedents = IntStream.of(rule.first(), rule.second())
                .filter(product -> product != Rule.NONE)
                .mapToObj(product -> products.node(transaction, product))
                .toList();
        return new Found(antecedents, products.node(transaction, rule.consequent()), rule.counts());
    }
}
