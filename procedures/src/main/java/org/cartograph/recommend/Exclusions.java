package org.cartograph.recommend;

import java.util.HashSet;
import java.util.Set;
import org.cartograph.graph.ProductFacts;
import org.cartograph.shop.Shop;

/**
 * Step 3: what must not be offered?
 *
 * <p>The seeds, what the customer just bought, what the caller excluded, what is already on this page, and whatever
 * cannot be sold at this moment: inactive, out of stock, out of season. Filters of the request belong here too, because
 * a box that ignores them is wrong however it was filled.
 */
final class Exclusions {
    private final Shop shop;
    private final Filter filter;
    private final Set<String> excludedIds;
    private final Set<Long> taken = new HashSet<>();
    private final Set<Long> avoided = new HashSet<>();

    Exclusions(Shop shop, Request request, Anchors anchors) {
        this.shop = shop;
        this.filter = request.filter();
        this.excludedIds = request.exclude();
        anchors.seeds().forEach(seed -> taken.add(seed.product()));
        taken.addAll(anchors.justBought());
    }

    /** Whether a product may be offered on this page. */
    boolean allow(long product) {
        if (taken.contains(product) || avoided.contains(product)) {
            return false;
        }
        ProductFacts facts = shop.facts(product);
        return facts.sellable() && !excludedIds.contains(facts.id()) && filter.allows(shop, product);
    }

    /** Keeps a product off the page from now on, because it is on it or the customer has it. */
    void take(long product) {
        taken.add(product);
    }

    /** Keeps these off the box, but only while there is anything else: the customer has them already. */
    void avoid(Set<Long> owned) {
        avoided.addAll(owned);
    }

    /** Lets the avoided products in again; says whether there were any. */
    boolean avoidNothing() {
        boolean any = !avoided.isEmpty();
        avoided.clear();
        return any;
    }
}
