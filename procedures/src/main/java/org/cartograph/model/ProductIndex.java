package org.cartograph.model;

import java.util.Arrays;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Numbers the products from 0, so that the mathematics can use arrays.
 *
 * @param nodes internal number of each product's node, ascending
 */
record ProductIndex(long[] nodes) {

    static ProductIndex read(Transaction transaction) {
        long[] nodes = new long[1024];
        int size = 0;
        try (ResourceIterator<Node> products = transaction.findNodes(GraphModel.PRODUCT)) {
            while (products.hasNext()) {
                if (size == nodes.length) {
                    nodes = Arrays.copyOf(nodes, 2 * size);
                }
                nodes[size++] = NodeIds.of(products.next());
            }
        }
        long[] sorted = Arrays.copyOf(nodes, size);
        Arrays.sort(sorted);
        return new ProductIndex(sorted);
    }

    int size() {
        return nodes.length;
    }

    /** The product's number, or −1 for a node that is no product or came after the index was read. */
    int of(long node) {
        int at = Arrays.binarySearch(nodes, node);
        return at < 0 ? -1 : at;
    }
}
