package org.cartograph.placement;

import java.util.List;
import org.cartograph.graph.Family;

/**
 * A box on a page.
 *
 * @param name how a storefront asks for it
 * @param title what a shopper reads above it
 * @param size items it holds unless the request says otherwise
 * @param family the edges that it is about: those by which new products enter it
 * @param start whether it starts from the products of the request or from what the customer bought before
 * @param sources its recipe
 */
public record Placement(String name, String title, int size, Family family, Signal.Start start, List<Source> sources) {
    /** The same box with another recipe. */
    public Placement with(List<Source> others) {
        return new Placement(name, title, size, family, start, others);
    }
}
