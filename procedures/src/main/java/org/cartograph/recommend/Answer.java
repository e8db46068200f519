package org.cartograph.recommend;

import java.util.List;

/**
 * The filled page.
 *
 * @param boxes one for each placement that was asked for, in that order
 * @param missing ids of seeds that the shop does not know
 */
public record Answer(List<Box> boxes, List<String> missing) {

    /**
     * One filled placement.
     *
     * @param name of the placement
     * @param title what a shopper reads above it
     * @param items best first; empty only when the shop has nothing left to sell
     */
    public record Box(String name, String title, List<Item> items) {}
}
