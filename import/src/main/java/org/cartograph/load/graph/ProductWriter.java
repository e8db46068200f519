package org.cartograph.load.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;

/** Writes what is known of products: their properties, and edges to the attributes they have, shared with all other products. */
public final class ProductWriter {

    private static final String PRODUCTS = Statement.of("products.cypher");
    private static final String ATTRIBUTES = Statement.of("attributes.cypher");
    private static final String HAS = Statement.of("products-attributes.cypher");
    private static final String STOCK = Statement.of("products-stock.cypher");
    private static final String CATEGORIES = Statement.of("categories.cypher");

    private final Session session;

    public ProductWriter(Session session) {
        this.session = session;
    }

    /** Writes products in one transaction. Of a product that stands twice in the list the last word counts. Returns how many were new. */
    public long write(List<Product> products) {
        return session.executeWrite(transaction -> write(transaction, products));
    }

    /** The same in a transaction of the caller's, who has to repeat it when it loses a deadlock. */
    public static long write(TransactionContext transaction, List<Product> descriptions) {
        Map<String, Product> byId = new TreeMap<>();
        descriptions.forEach(product -> byId.merge(product.id(), product, Product::then));
        Collection<Product> products = byId.values();
        Set<String> known =
                transaction
                        .run(
                                PRODUCTS,
                                Map.of(
                                        "products",
                                        products.stream()
                                                .map(ProductWriter::facts)
                                                .toList()))
                        .stream()
                        .map(row -> row.get("id").asString())
                        .collect(Collectors.toSet());
        Set<Attribute> attributes = products.stream()
                .flatMap(product -> Stream.concat(product.attributes().stream(), parent(product)))
                .collect(Collectors.toCollection(TreeSet::new));
        transaction
                .run(
                        ATTRIBUTES,
                        Map.of(
                                "attributes",
                                attributes.stream().map(Attribute::parameters).toList()))
                .consume();
        transaction
                .run(
                        HAS,
                        Map.of(
                                "products",
                                products.stream()
                                        .map(product -> has(product, known.contains(product.id())))
                                        .toList()))
                .consume();
        List<List<String>> categories = products.stream()
                .flatMap(ProductWriter::childAndParent)
                .distinct()
                .toList();
        if (!categories.isEmpty()) {
            transaction.run(CATEGORIES, Map.of("categories", categories)).consume();
        }
        return (long) products.size() - known.size();
    }

    /**
     * Writes how many pieces are left, in a transaction of the caller's.
     *
     * @param stocks pieces by product; null sells without counting
     * @return the products that the graph knows
     */
    public static Set<String> stock(TransactionContext transaction, Map<String, @Nullable Long> stocks) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        new TreeMap<>(stocks).forEach((id, stock) -> {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("id", id);
            row.put("stock", stock);
            rows.add(row);
        });
        return transaction.run(STOCK, Map.of("stocks", rows)).stream()
                .map(row -> row.get("id").asString())
                .collect(Collectors.toSet());
    }

    private static Stream<Attribute> parent(Product product) {
        return Stream.ofNullable(product.parentCategory()).map(name -> new Attribute(Attribute.CATEGORY, name));
    }

    private static Stream<List<String>> childAndParent(Product product) {
        @Nullable String child = product.category();
        @Nullable String parent = product.parentCategory();
        return child == null || parent == null || child.equals(parent)
                ? Stream.of()
                : Stream.of(List.of(child, parent));
    }

    private static Map<String, Object> facts(Product product) {
        return Map.of("id", product.id(), "facts", product.facts());
    }

    private static Map<String, Object> has(Product product, boolean known) {
        return Map.of(
                "id", product.id(),
                "known", known,
                "keys", List.copyOf(product.keys()),
                "attributes",
                        product.attributes().stream().map(Attribute::parameters).toList());
    }
}
