package org.cartograph.recommend;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cartograph.graph.ProductFacts;

/**
 * Step 3: what must not be offered?
 *
 * <p>The seeds, what the caller excluded, what is already on this page, and whatever cannot be sold at this moment:
 * inactive, out of stock, out of season. Filters of the request belong here too, because a box that ignores them is
 * wrong however it was filled.
 */
final class Exclusions {
    private final Shop shop;
    private final Filter filter;
    private final Set<String> excludedIds;
    private final Set<Long> taken = new HashSet<>();
    private final Set<Long> avoided = new HashSet<>();

    Exclusions(Shop shop, Request request, List<Anchor> seeds) {
        this.shop = shop;
        this.filter = request.filter();
        this.excludedIds = request.exclude();
        seeds.forEach(seed -> taken.add(seed.product()));
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

    /** Keeps the products off the next box only, and only while there is anything else: the customer has them already. */
    void avoid(List<Anchor> owned) {
        avoided.clear();
        owned.forEach(anchor -> avoided.add(anchor.product()));
    }

    /** Lets the avoided products in again; says whether there were any. */
    boolean avoidNothing() {
        boolean any = !avoided.isEmpty();
        avoided.clear();
        return any;
    }
}
