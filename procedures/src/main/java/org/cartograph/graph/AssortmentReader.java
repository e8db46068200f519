package org.cartograph.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** Reads every product once, with the categories that it is in. */
final class AssortmentReader {
    private final Transaction transaction;
    private final CategoryTree tree = new CategoryTree();
    /** Most products share their list with others. */
    private final Map<List<Long>, List<Long>> shared = new HashMap<>();

    AssortmentReader(Transaction transaction) {
        this.transaction = transaction;
    }

    Assortment read() {
        Instant readAt = Instant.now();
        List<Listed> all = new ArrayList<>();
        Map<Long, List<Long>> categories = new HashMap<>();
        try (ResourceIterator<Node> products = transaction.findNodes(GraphModel.PRODUCT)) {
            while (products.hasNext()) {
                Node product = products.next();
                all.add(Listed.of(product));
                List<Long> own = categories(product);
                if (!own.isEmpty()) {
                    categories.put(NodeIds.of(product), own);
                }
            }
        }
        all.sort(Comparator.comparingInt(Listed::purchases).reversed().thenComparingLong(Listed::product));
        Map<Long, List<Listed>> byCategory = new HashMap<>();
        for (Listed listed : all) {
            for (Long category : categories.getOrDefault(listed.product(), List.of())) {
                byCategory.computeIfAbsent(category, key -> new ArrayList<>()).add(listed);
            }
        }
        return new Assortment(new Shelves(all, byCategory), categories, readAt);
    }

    private List<Long> categories(Node product) {
        Set<Long> categories = new LinkedHashSet<>();
        try (ResourceIterable<Relationship> attributes = product.getRelationships(Direction.OUTGOING, GraphModel.HAS)) {
            for (Relationship has : attributes) {
                if (has.getEndNode().hasLabel(GraphModel.CATEGORY)) {
                    categories.addAll(tree.withAbove(has.getEndNode()));
                }
            }
        }
        return shared.computeIfAbsent(List.copyOf(categories), list -> list);
    }
}
