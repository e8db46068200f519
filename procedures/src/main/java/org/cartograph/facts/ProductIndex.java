package org.cartograph.facts;

import java.util.Arrays;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Numbers the products from 0, so that the mathematics can use arrays.
 *
 * <p>Every purchase that is read asks for a number, so the nodes are cut into blocks, about one for each product, and
 * only a block is searched: the products of one load lie side by side, and a block of theirs holds one or none.
 *
 * @param nodes internal number of each product's node, ascending
 * @param blockBits logarithm of the nodes in a block
 * @param blockStart the first product of each block, and one entry more for the end
 */
public record ProductIndex(long[] nodes, int blockBits, int[] blockStart) {

    /** Numbers all products that there are now. */
    public static ProductIndex read(Transaction transaction) {
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
        return of(sorted);
    }

    /** Numbers these nodes, which must be ascending. */
    static ProductIndex of(long[] nodes) {
        long range = nodes.length == 0 ? 0 : nodes[nodes.length - 1] - nodes[0] + 1;
        int blockBits = 0;
        while (range >>> blockBits > 2L * nodes.length) {
            blockBits++;
        }
        int[] blockStart = new int[(int) (range >>> blockBits) + 2];
        for (long node : nodes) {
            blockStart[(int) ((node - nodes[0]) >>> blockBits) + 1]++;
        }
        for (int block = 1; block < blockStart.length; block++) {
            blockStart[block] += blockStart[block - 1];
        }
        return new ProductIndex(nodes, blockBits, blockStart);
    }

    /** Whether the products numbered by {@code earlier} have the same numbers here, all others coming after them. */
    boolean continues(ProductIndex earlier) {
        int same = Arrays.mismatch(nodes, earlier.nodes);
        return same == -1 || same == earlier.nodes.length;
    }

    /** How many products there are. */
    public int size() {
        return nodes.length;
    }

    /** The node of a product. */
    public Node node(Transaction transaction, int product) {
        return NodeIds.node(transaction, nodes[product]);
    }

    /** The product's number, or −1 for a node that is no product or came after the index was read. */
    public int of(long node) {
        if (nodes.length == 0 || node < nodes[0] || node > nodes[nodes.length - 1]) {
            return -1;
        }
        int block = (int) ((node - nodes[0]) >>> blockBits);
        int at = Arrays.binarySearch(nodes, blockStart[block], blockStart[block + 1], node);
        return at < 0 ? -1 : at;
    }
}
