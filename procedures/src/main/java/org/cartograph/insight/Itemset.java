package org.cartograph.insight;

/**
 * Products that are bought together.
 *
 * @param products their numbers, ascending
 * @param orders orders that hold all of them
 */
record Itemset(int[] products, int orders) {

    int size() {
        return products.length;
    }

    /** The numbers without the one at a place. */
    int[] without(int place) {
        int[] rest = new int[products.length - 1];
        System.arraycopy(products, 0, rest, 0, place);
        System.arraycopy(products, place + 1, rest, place, rest.length - place);
        return rest;
    }
}
