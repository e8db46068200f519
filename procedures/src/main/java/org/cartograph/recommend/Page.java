package org.cartograph.recommend;

import java.util.function.LongPredicate;
import org.cartograph.merchandise.RuleBook;
import org.cartograph.merchandise.Rules;
import org.cartograph.placement.Placement;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.shop.Shop;
import org.cartograph.wording.Wording;

/** What the boxes of one answer have in common. */
final class Page {
    private final Shop shop;
    private final RecommendSettings settings;
    private final Request request;
    private final Anchors anchors;
    private final Exclusions exclusions;
    private final Wording wording;
    private final Reasons reasons;
    private final Taste taste;
    private final Returns returns;
    private final Fatigue fatigue;
    private final RuleBook rules;

    Page(Shop shop, RecommendSettings settings, Request request) {
        this.shop = shop;
        this.settings = settings;
        this.request = request;
        this.anchors = Anchors.of(shop, settings, request);
        this.exclusions = new Exclusions(shop, request, anchors);
        this.wording = shop.wording(request.locale());
        this.reasons = new Reasons(shop, wording);
        this.taste = new Taste(shop, anchors);
        this.returns = new Returns(shop);
        this.fatigue = new Fatigue(anchors.shopper(), shop.now());
        this.rules = shop.rules();
    }

    Shop shop() {
        return shop;
    }

    RecommendSettings settings() {
        return settings;
    }

    Request request() {
        return request;
    }

    Anchors anchors() {
        return anchors;
    }

    Exclusions exclusions() {
        return exclusions;
    }

    Wording wording() {
        return wording;
    }

    /** What a box is called: as the shop's people call it, else in the shopper's language. */
    String title(Placement placement) {
        String own = placement.title();
        return own == null ? wording.say("title." + placement.name()) : own;
    }

    Reasons reasons() {
        return reasons;
    }

    Taste taste() {
        return taste;
    }

    Returns returns() {
        return returns;
    }

    Fatigue fatigue() {
        return fatigue;
    }

    /** What merchandisers have ruled for a box. */
    Rules rules(String placement) {
        return rules.of(request.context(), placement, shop.now());
    }

    /** Whether a product was released of late; where the shop gives no dates, whether it never sold. */
    LongPredicate isNew() {
        return product -> shop.isProduct(product) && isNew(product);
    }

    private boolean isNew(long product) {
        var released = shop.facts(product).releasedAt();
        return released == null
                ? shop.purchases(product) == 0
                : !released.isBefore(shop.now().minus(LeadFinder.NEW)) && !released.isAfter(shop.now());
    }
}
