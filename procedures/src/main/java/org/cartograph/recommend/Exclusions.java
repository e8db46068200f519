package org.cartograph.recommend;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.ProductFacts;
import org.cartograph.merchandise.Rule;
import org.cartograph.merchandise.RuleBook;
import org.cartograph.merchandise.Rules;
import org.cartograph.shop.Shop;
import org.jspecify.annotations.Nullable;

/**
 * Step 3: what must not be offered, and why not?
 *
 * <p>The seeds, what lies in the customer's cart, what they just bought, dismissed or have, what the caller excluded, what
 * is already on this page, and whatever cannot be sold at this moment: inactive, out of stock, out of season, hidden by a
 * merchandiser. Filters of the request belong here too, because a box that ignores them is wrong however it was filled.
 */
final class Exclusions {
    private final Shop shop;
    private final Filter filter;
    private final Set<String> excludedIds;
    private final Map<Long, String> taken = new HashMap<>();
    private final Set<Long> avoided = new HashSet<>();
    private boolean avoiding = true;
    private Rules rules;

    Exclusions(Shop shop, Request request, Anchors anchors) {
        this.rules = RuleBook.EMPTY.of(request.context(), "", shop.now());
        this.shop = shop;
        this.filter = request.filter();
        this.excludedIds = request.exclude();
        anchors.shopper().unwanted().forEach(product -> taken.put(product, "dismissed, or owned already"));
        anchors.shopper().openCart().forEach(product -> taken.put(product, "in the cart already"));
        anchors.habits()
                .justBought()
                .forEach(product -> taken.put(product, "bought in the last 30 days and not used up yet"));
        anchors.seeds().forEach(seed -> taken.put(seed.product(), "it is one of the page's own products"));
    }

    /** Whether a product may be offered on this page. */
    boolean allow(long product) {
        return !(avoiding && avoided.contains(product)) && objection(product) == null;
    }

    /** Why a product must not be offered on this page; null when it may. */
    @Nullable
    String objection(long product) {
        String known = taken.get(product);
        if (known != null) {
            return known;
        }
        ProductFacts facts = shop.facts(product);
        if (facts.gone()) {
            return "not in the shop any more";
        }
        if (!facts.sellable()) {
            return !facts.active() ? "inactive" : facts.inSeason() ? "out of stock" : "out of season";
        }
        if (excludedIds.contains(facts.id())) {
            return "excluded by the request";
        }
        Rule hiding = rules.hiding(facts.id(), () -> shop.traits(product).attributes(), facts.margin());
        if (hiding != null) {
            return "hidden by the rule '" + hiding.name() + "'";
        }
        return filter.allows(shop, product) ? null : "outside the request's filter";
    }

    /** Keeps a product off the page from now on, because it is on it. */
    void take(long product, String placement) {
        taken.put(product, "already on this page, in " + placement);
    }

    /** Keeps a product off the box, but only while there is anything else. */
    void avoid(long product) {
        avoided.add(product);
    }

    /** Begins another box, with its merchandisers' rules, which avoids nothing yet. */
    void beginBox(Rules ofBox) {
        rules = ofBox;
        avoided.clear();
        avoiding = true;
    }

    /** Lets the avoided products in again; says whether there were any. */
    boolean avoidNothing() {
        avoiding = false;
        return !avoided.isEmpty();
    }

    /** Whether a product is kept off the box while there is anything else. */
    boolean avoids(long product) {
        return avoided.contains(product);
    }
}
