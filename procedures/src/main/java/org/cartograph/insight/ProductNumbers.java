package org.cartograph.insight;

import java.util.Arrays;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Numbers the products from 0, the oldest node first.
 *
 * @param nodes internal number of each product's node, ascending
 */
record ProductNumbers(long[] nodes) {

    static ProductNumbers read(Transaction transaction) {
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
        return new ProductNumbers(sorted);
    }

    int size() {
        return nodes.length;
    }

    /** The product's number; below 0 for a node that is none. */
    int of(long node) {
        return Arrays.binarySearch(nodes, node);
    }

    Node node(Transaction transaction, int product) {
        return NodeIds.node(transaction, nodes[product]);
    }
}
