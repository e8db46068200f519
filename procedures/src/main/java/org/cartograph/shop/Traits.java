package org.cartograph.shop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;

/**
 * What a product is, as far as that seldom changes.
 *
 * @param categories the categories it is in, by internal number; not those above them
 * @param brand its first brand, or null
 * @param attributes values by attribute key; those of {@code category} include the categories above its own; words of the
 *     name are left out
 */
public record Traits(List<Long> categories, @Nullable String brand, Map<String, List<String>> attributes) {
    /** A product of which nothing is known. */
    public static final Traits NONE = new Traits(List.of(), null, Map.of());

    private static final String CATEGORY = "category";
    private static final String BRAND = "brand";
    /** A tree that is deeper than this has a loop in it. */
    private static final int DEEPEST = 20;

    /** Reads a product's traits. */
    public static Traits of(Node product) {
        List<Long> categories = new ArrayList<>(2);
        Map<String, List<String>> attributes = new TreeMap<>();
        try (ResourceIterable<Relationship> has = product.getRelationships(Direction.OUTGOING, GraphModel.HAS)) {
            for (Relationship edge : has) {
                Node attribute = edge.getEndNode();
                if (attribute.hasLabel(GraphModel.CATEGORY)) {
                    categories.add(NodeIds.of(attribute));
                    addTree(attributes, attribute);
                } else if (!attribute.hasLabel(GraphModel.TOKEN)) {
                    add(attributes, text(attribute, "key"), text(attribute, "value"));
                }
            }
        }
        categories.sort(null);
        List<String> brands = attributes.getOrDefault(BRAND, List.of());
        return new Traits(
                List.copyOf(categories),
                brands.isEmpty() ? null : brands.get(0),
                Collections.unmodifiableMap(attributes));
    }

    private static void addTree(Map<String, List<String>> attributes, Node category) {
        Set<Node> seen = new LinkedHashSet<>();
        seen.add(category);
        List<Node> above = List.of(category);
        for (int level = 0; level < DEEPEST && !above.isEmpty(); level++) {
            List<Node> next = new ArrayList<>();
            for (Node one : above) {
                add(attributes, CATEGORY, text(one, "value"));
                try (ResourceIterable<Relationship> up =
                        one.getRelationships(Direction.OUTGOING, GraphModel.CHILD_OF)) {
                    for (Relationship edge : up) {
                        if (seen.add(edge.getEndNode())) {
                            next.add(edge.getEndNode());
                        }
                    }
                }
            }
            above = next;
        }
    }

    private static void add(Map<String, List<String>> attributes, String key, String value) {
        List<String> values = attributes.computeIfAbsent(key, unused -> new ArrayList<>(1));
        if (!values.contains(value)) {
            values.add(value);
        }
    }

    private static String text(Node attribute, String key) {
        return String.valueOf(attribute.getProperty(key, ""));
    }

    /** The category by which a list is varied; a product without one has its own. */
    public long category(long product) {
        return categories.isEmpty() ? -1 - product : categories.get(0);
    }
}
