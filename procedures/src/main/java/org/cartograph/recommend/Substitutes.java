package org.cartograph.recommend;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cartograph.graph.Family;
import org.cartograph.graph.Neighbour;
import org.cartograph.placement.Signal;
import org.cartograph.shop.Shop;

/**
 * Tells what completes a basket from what would only stand in for a part of it: who has a tripod in the cart needs no
 * second one, however much alike they are.
 *
 * <p>A candidate stands in when nothing but its likeness brought it, and it is of a seed's category, of which none of the
 * seed's {@value #LOOKED_AT} best neighbours is: people do not buy two of those.
 */
final class Substitutes {
    private static final int LOOKED_AT = 10;
    private static final Set<Signal> LIKENESS = Set.of(Signal.NEW_PRODUCTS, Signal.SIMILAR);

    private final Shop shop;
    private final List<Anchor> seeds;
    private Set<Long> boughtOnce = Set.of();
    private boolean looked;

    Substitutes(Shop shop, List<Anchor> seeds) {
        this.shop = shop;
        this.seeds = seeds;
    }

    boolean standsIn(long product, Candidates candidates) {
        if (!candidates.broughtOnlyBy(LIKENESS, product)) {
            return false;
        }
        if (!looked) {
            boughtOnce = boughtOnce();
            looked = true;
        }
        for (Long category : shop.traits(product).categories()) {
            if (boughtOnce.contains(category)) {
                return true;
            }
        }
        return false;
    }

    /** Categories of seeds of which people buy one. */
    private Set<Long> boughtOnce() {
        Set<Long> once = new HashSet<>();
        for (Anchor seed : seeds) {
            Set<Long> categories = new HashSet<>(shop.traits(seed.product()).categories());
            int looked = 0;
            for (Neighbour neighbour : shop.neighbours(seed.product(), Family.BOUGHT_TOGETHER)) {
                if (looked == LOOKED_AT || categories.isEmpty()) {
                    break;
                }
                if (!neighbour.incoming() && shop.isProduct(neighbour.product())) {
                    looked++;
                    categories.removeAll(shop.listedTraits(neighbour.product()).categories());
                }
            }
            once.addAll(categories);
        }
        return once;
    }
}
