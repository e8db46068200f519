package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.List;
import org.cartograph.graph.Family;
import org.cartograph.graph.ProductFacts;
import org.cartograph.graph.RuleCounts;
import org.cartograph.placement.Signal;
import org.cartograph.shop.Shop;
import org.cartograph.wording.Wording;
import org.jspecify.annotations.Nullable;

/** Last step: puts the evidence behind a chosen candidate into words. */
final class Reasons {
    private static final int MOST = 3;
    /** Below this a pair is not worth calling more frequent than chance. */
    private static final double NOTABLE_LIFT = 1.1;
    /** From here on, "most buyers" is true. */
    private static final double MOST_BUYERS = 0.5;

    private final Shop shop;
    private final Wording wording;

    Reasons(Shop shop, Wording wording) {
        this.shop = shop;
        this.wording = wording;
    }

    /**
     * The strongest reason, or the strongest few.
     *
     * @param evidence strongest first
     */
    List<Reason> of(long product, List<Candidate.Evidence> evidence, boolean all) {
        List<Reason> reasons = new ArrayList<>(all ? MOST : 1);
        for (Candidate.Evidence one : evidence) {
            if (reasons.size() == (all ? MOST : 1)) {
                break;
            }
            reasons.add(of(product, one));
        }
        return reasons;
    }

    Reason of(long product, Candidate.Evidence evidence) {
        if (evidence.anchor() == Lead.NOWHERE) {
            return ofTheShop(product, evidence);
        }
        ProductFacts anchor = shop.facts(evidence.anchor());
        Family family = evidence.family();
        if (family == null) {
            return ofASeed(product, evidence, anchor);
        }
        String via = evidence.via();
        if (via != null) {
            String text = via.equals(anchor.id())
                    ? wording.say("NEW_PRODUCT", anchor.title())
                    : wording.say("NEW_PRODUCT.via", anchor.title(), 0, 0, shop.title(via));
            return new Reason("NEW_PRODUCT", text, anchor.id(), null, 0, null);
        }
        RuleCounts rule = shop.ruleCounts(evidence.anchor(), product, family, evidence.count());
        return switch (evidence.signal().start()) {
            case LATEST ->
                edge("BECAUSE_YOU_BOUGHT", wording.say("BECAUSE_YOU_BOUGHT", anchor.title()), anchor, evidence, rule);
            case SESSION -> edge("SESSION", wording.say("SESSION", anchor.title()), anchor, evidence, rule);
            default ->
                edge(family.name(), text(family, evidence.count(), anchor.title(), rule), anchor, evidence, rule);
        };
    }

    private static Reason edge(
            String type, String text, ProductFacts anchor, Candidate.Evidence evidence, @Nullable RuleCounts rule) {
        return new Reason(type, text, anchor.id(), evidence.family(), evidence.count(), rule);
    }

    private String text(Family family, long count, String anchor, @Nullable RuleCounts rule) {
        return rule == null || rule.lift() < NOTABLE_LIFT || family == Family.BOUGHT_NEXT
                ? wording.say(family.name(), anchor, count)
                : wording.say(family.name() + ".chance", anchor, count, rule.lift());
    }

    private Reason ofASeed(long product, Candidate.Evidence evidence, ProductFacts anchor) {
        Signal signal = evidence.signal();
        if (signal != Signal.ACCESSORY) {
            return new Reason(signal.name(), wording.say(signal.name(), anchor.title()), anchor.id(), null, 0, null);
        }
        RuleCounts rule = shop.ruleCounts(evidence.anchor(), product, Family.BOUGHT_TOGETHER, evidence.count());
        boolean most = rule != null && rule.confidence() > MOST_BUYERS;
        return new Reason(
                signal.name(),
                most
                        ? wording.say("ACCESSORY", anchor.title())
                        : text(Family.BOUGHT_TOGETHER, evidence.count(), anchor.title(), rule),
                anchor.id(),
                Family.BOUGHT_TOGETHER,
                evidence.count(),
                rule);
    }

    private Reason ofTheShop(long product, Candidate.Evidence evidence) {
        return switch (evidence.signal()) {
            case STAFF_PICKS -> picked(product);
            case TRENDING, TRENDING_IN_CATEGORY -> trending(product);
            case TOP_RATED -> plain("TOP_RATED", shop.stars(product));
            default -> plain(evidence.signal().name(), evidence.count());
        };
    }

    private Reason plain(String type, Number count) {
        return new Reason(type, wording.say(type, "", count), null, null, 0, null);
    }

    /** Why something that the shop's people chose is shown. */
    Reason picked(long product) {
        return plain("STAFF_PICK", 0);
    }

    /** Why something that sells more than it used to is shown. */
    Reason trending(long product) {
        return plain("TRENDING", 0);
    }

    /** Why something is shown that a merchandiser's rule put there and nothing else speaks for. */
    Reason pinned() {
        return plain("PINNED", 0);
    }

    /** Why a fallback from the category of a seed is shown. */
    Reason sameCategory(long seed) {
        ProductFacts facts = shop.facts(seed);
        return new Reason(
                "CATEGORY_BESTSELLER", wording.say("CATEGORY_BESTSELLER", facts.title()), facts.id(), null, 0, null);
    }

    /** Why a fallback from the whole shop is shown. */
    Reason wholeShop(long product) {
        return plain(shop.purchases(product) > 0 ? "BESTSELLER" : "ASSORTMENT", 0);
    }
}
