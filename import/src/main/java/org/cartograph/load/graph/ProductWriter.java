package org.cartograph.load.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final String CATEGORIES = Statement.of("categories.cypher");

    private final Session session;

    public ProductWriter(Session session) {
        this.session = session;
    }

    /** Writes products in one transaction. Of a product that stands twice in the list the last counts. Returns how many were new. */
    public long write(List<Product> products) {
        Map<String, Product> byId = new LinkedHashMap<>();
        products.forEach(product -> byId.put(product.id(), product));
        List<Product> sorted = byId.values().stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        return session.executeWrite(transaction -> write(transaction, sorted));
    }

    private static long write(TransactionContext transaction, List<Product> products) {
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
