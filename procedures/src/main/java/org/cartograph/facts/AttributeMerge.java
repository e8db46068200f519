package org.cartograph.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.graph.NodeIds;
import org.cartograph.similarity.Attributes;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Joins what the threads have read into one set of arrays, and adds to each product what its categories lie in. */
final class AttributeMerge {
    private static final byte ABSENT = Byte.MAX_VALUE;

    private final Transaction transaction;
    private final long[] nodes;
    private final int[][] ancestors;
    private final byte[][] ancestorLevels;
    private final Ints start = new Ints();
    private final Ints attributes = new Ints();
    private byte[] levels = new byte[1024];
    // Of the product that is being added: the level of each of its attributes, and which it has.
    private final byte[] levelOf;
    private int[] present = new int[64];
    private int size;

    /** @param nodes the attributes that any product has, ancestors included, ascending: this numbers them */
    AttributeMerge(Transaction transaction, long[] nodes, Ancestors above) {
        this.transaction = transaction;
        this.nodes = nodes;
        this.ancestors = new int[nodes.length][];
        this.ancestorLevels = new byte[nodes.length][];
        this.levelOf = new byte[nodes.length];
        Arrays.fill(levelOf, ABSENT);
        start.add(0);
        for (int attribute = 0; attribute < nodes.length; attribute++) {
            Map<Long, Integer> of = above.of(nodes[attribute]);
            int[] numbers = new int[of.size()];
            byte[] heights = new byte[of.size()];
            int at = 0;
            for (Map.Entry<Long, Integer> ancestor : of.entrySet()) {
                numbers[at] = Arrays.binarySearch(nodes, ancestor.getKey());
                heights[at++] = ancestor.getValue().byteValue();
            }
            ancestors[attribute] = numbers;
            ancestorLevels[attribute] = heights;
        }
    }

    void add(ProductPart part, Workers workers) {
        int from = 0;
        for (int product = 0; product < part.counts.size(); product++) {
            workers.checkTermination();
            int until = from + part.counts.get(product);
            for (; from < until; from++) {
                int attribute = Arrays.binarySearch(nodes, part.attributes.get(from));
                put(attribute, (byte) 0);
                for (int at = 0; at < ancestors[attribute].length; at++) {
                    put(ancestors[attribute][at], ancestorLevels[attribute][at]);
                }
            }
            close();
        }
    }

    private void put(int attribute, byte level) {
        if (levelOf[attribute] == ABSENT) {
            if (size == present.length) {
                present = Arrays.copyOf(present, 2 * size);
            }
            present[size++] = attribute;
        }
        levelOf[attribute] = level < levelOf[attribute] ? level : levelOf[attribute];
    }

    private void close() {
        Arrays.sort(present, 0, size);
        for (int at = 0; at < size; at++) {
            if (attributes.size() == levels.length) {
                levels = Arrays.copyOf(levels, 2 * levels.length);
            }
            levels[attributes.size()] = levelOf[present[at]];
            attributes.add(present[at]);
            levelOf[present[at]] = ABSENT;
        }
        size = 0;
        start.add(attributes.size());
    }

    Attributes attributes() {
        List<String> keys = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        int[] keyOf = new int[nodes.length];
        for (int attribute = 0; attribute < nodes.length; attribute++) {
            String key = text(attribute, "key");
            Integer place = places.putIfAbsent(key, keys.size());
            if (place == null) {
                keyOf[attribute] = keys.size();
                keys.add(key);
            } else {
                keyOf[attribute] = place;
            }
        }
        return new Attributes(
                keys, keyOf, start.toArray(), attributes.toArray(), Arrays.copyOf(levels, attributes.size()));
    }

    List<Catalogue.Skipped> skipped(Attributes merged) {
        return Arrays.stream(merged.skipped())
                .limit(Catalogue.MOST_NAMED)
                .mapToObj(attribute -> new Catalogue.Skipped(
                        text(attribute, "key"), text(attribute, "value"), merged.members(attribute)))
                .toList();
    }

    private String text(int attribute, String property) {
        Node node = NodeIds.node(transaction, nodes[attribute]);
        return String.valueOf(node.getProperty(property, ""));
    }
}
