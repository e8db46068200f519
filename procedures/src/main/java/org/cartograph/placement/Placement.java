package org.cartograph.placement;

import java.util.List;
import org.cartograph.graph.Family;
import org.jspecify.annotations.Nullable;

/**
 * A box on a page.
 *
 * @param name how a storefront asks for it
 * @param title what a shopper reads above it, or null for the standard title in the shopper's language
 * @param size items it holds unless the request says otherwise
 * @param family the edges that it is about: those by which new products enter it
 * @param start whether it starts from the products of the request or from what the customer bought before
 * @param offers what belongs into it at all
 * @param sources its recipe
 * @param stages what happens to the candidates after that
 */
public record Placement(
        String name,
        @Nullable String title,
        int size,
        Family family,
        Signal.Start start,
        Offers offers,
        List<Source> sources,
        Stages stages) {
    /** What weighs less than this share of the heaviest source only follows after it. */
    private static final double ABOUT = 0.02;

    /** What belongs into a box at all. */
    public enum Offers {
        ANYTHING,
        /** Not what the customer bought once and for good. */
        WHAT_IS_LACKING,
        /** Only what was released within the last 30 days, or never sold where the shop gives no dates. */
        NEW_RELEASES,
        /** Nothing that only stands in for a seed: of its category, where that category is not bought twice. */
        COMPLEMENTS
    }

    /** A box with the standard title. */
    static Placement of(String name, int size, Family family, Signal.Start start, Offers offers, Source... sources) {
        return new Placement(name, null, size, family, start, offers, List.of(sources), Stages.STANDARD);
    }

    /** Whether a signal is what the box is about, rather than there for products that the others say little of. */
    public boolean isAbout(Signal signal) {
        double greatest = 0;
        double weight = 0;
        for (Source source : sources) {
            greatest = Math.max(greatest, source.weight());
            weight = source.signal() == signal ? source.weight() : weight;
        }
        return weight >= ABOUT * greatest;
    }

    /** The same box with another recipe. */
    public Placement with(List<Source> others) {
        return new Placement(name, title, size, family, start, offers, others, stages);
    }

    /** The same box with other stages. */
    Placement with(Stages others) {
        return new Placement(name, title, size, family, start, offers, sources, others);
    }

    /** The same recipe under another name. */
    Placement named(String other) {
        return new Placement(other, title, size, family, start, offers, sources, stages);
    }

    /** The same box with a title and a size of the shop's own. */
    Placement shown(@Nullable String ownTitle, int ownSize) {
        return new Placement(name, ownTitle, ownSize, family, start, offers, sources, stages);
    }
}
