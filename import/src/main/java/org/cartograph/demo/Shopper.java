package org.cartograph.demo;

import java.util.List;

/**
 * Who places an order, and what this person likes; everything about a shopper follows from the seed and the number, so
 * that none has to be remembered.
 *
 * @param number counted from 0, in the order in which customers joined; {@link #GUEST} for an order without an account
 * @param categories the favourite ones
 * @param tier the price level of the brands this shopper leans to
 * @param pace how fast consumables are used up, 1 being usual
 */
record Shopper(int number, List<Integer> categories, int tier, double pace, long taste) {

    static final int GUEST = -1;

    boolean isGuest() {
        return number == GUEST;
    }

    /** How well a product suits this shopper: 0 to 2. */
    int likes(Product product) {
        boolean favouriteBrand = new Dice(taste, product.brand().name(), 0).below(6) == 0;
        return (favouriteBrand ? 1 : 0) + (product.brand().tier() == tier ? 1 : 0);
    }
}
