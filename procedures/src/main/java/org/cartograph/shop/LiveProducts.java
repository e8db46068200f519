package org.cartograph.shop;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.ProductFacts;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/** What is true of single products, each looked at once an answer: facts live, traits from the cache where they are true. */
final class LiveProducts {
    private final Transaction transaction;
    private final Instant now;
    private final TraitsCache keptTraits;
    private final Map<Long, ProductFacts> facts = new HashMap<>();
    private final Map<Long, Map<String, Object>> properties = new HashMap<>();
    private final Map<Long, Traits> traits = new HashMap<>();

    LiveProducts(GraphDatabaseService database, Transaction transaction, Instant now) {
        this.transaction = transaction;
        this.now = now;
        this.keptTraits = TraitsCache.of(database);
    }

    boolean isProduct(long product) {
        ProductFacts known = facts.get(product);
        if (known != null) {
            return !known.gone();
        }
        try {
            // The number of a deleted product may belong to a customer by now.
            return NodeIds.node(transaction, product).hasLabel(GraphModel.PRODUCT);
        } catch (NotFoundException deleted) {
            return false;
        }
    }

    ProductFacts facts(long product) {
        return facts.computeIfAbsent(product, this::readFacts);
    }

    /** Rows and assortment are remembered, and may name what is gone. */
    private ProductFacts readFacts(long product) {
        try {
            Node node = NodeIds.node(transaction, product);
            if (!node.hasLabel(GraphModel.PRODUCT)) {
                return ProductFacts.GONE;
            }
            Map<String, Object> said = ProductFacts.read(node);
            properties.put(product, said);
            return ProductFacts.of(said, now);
        } catch (NotFoundException deleted) {
            return ProductFacts.GONE;
        }
    }

    Traits traits(long product) {
        return traits.computeIfAbsent(product, this::readTraits);
    }

    Traits listedTraits(long product) {
        Traits known = traits.get(product);
        Traits remembered = known == null ? keptTraits.remembered(product) : known;
        return remembered == null ? traits(product) : remembered;
    }

    private Traits readTraits(long product) {
        try {
            Node node = NodeIds.node(transaction, product);
            Map<String, Object> said = properties.get(product);
            return keptTraits.of(product, node, said == null ? ProductFacts.readIdAndMark(node) : said);
        } catch (NotFoundException deleted) {
            return Traits.NONE;
        }
    }
}
