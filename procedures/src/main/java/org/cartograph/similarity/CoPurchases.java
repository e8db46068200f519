package org.cartograph.similarity;

/** The pairs of a product: which other products, how strongly and how often. One implementation per kind of edge. */
public sealed interface CoPurchases permits SameBasket, NextOrder {
    /** Fills an empty tally with the pairs of one product. */
    void count(int product, Tally tally);

    /** What the pairs are counted in. */
    Baskets baskets();
}
