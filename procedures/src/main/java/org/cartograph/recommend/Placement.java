package org.cartograph.recommend;

import java.util.List;

/**
 * A box on a page.
 *
 * @param name how a storefront asks for it
 * @param title what a shopper reads above it
 * @param size items it holds unless the request says otherwise
 * @param anchors where its recommendations start from
 * @param sources its recipe
 */
record Placement(String name, String title, int size, Anchoring anchors, List<Source> sources) {
    /** Where recommendations start from. */
    enum Anchoring {
        /** The products of the request. */
        SEEDS,
        /** What the customer bought before, the most recent counting most. */
        HISTORY
    }
}
