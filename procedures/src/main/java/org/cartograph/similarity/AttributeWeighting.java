package org.cartograph.similarity;

import java.util.Map;

/**
 * What makes two products alike.
 *
 * @param neighbours K, how many edges a product keeps
 * @param shrink added to the product of two lengths: 0 lets two products of one rare attribute be as good as the same,
 *     large values ask for many attributes in common; in squared idf
 * @param price what a price far away costs: 0 leaves prices out, 1 takes the likeness of products times the lower price
 *     divided by the higher
 * @param parent what a shared parent category counts beside a shared category as rare, the same again for each level
 *     above: 0 leaves ancestors out; 1 leaves it to their being less rare
 * @param vectorWeight weight of the vector index's score beside all this: 0 leaves vectors out
 * @param weights weight of each attribute key; a key that is not listed has 1, and 0 leaves it out
 */
public record AttributeWeighting(
        int neighbours, double shrink, double price, double parent, double vectorWeight, Map<String, Double> weights) {

    /** Keeps the weights from changing. */
    public AttributeWeighting {
        weights = Map.copyOf(weights);
    }

    /** The weight of an attribute key. */
    public double weight(String key) {
        return weights.getOrDefault(key, 1.0);
    }
}
