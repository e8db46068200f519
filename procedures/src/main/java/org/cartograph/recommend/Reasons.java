package org.cartograph.recommend;

import java.util.List;
import java.util.Locale;
import org.cartograph.graph.Family;
import org.cartograph.graph.ProductFacts;
import org.cartograph.graph.RuleCounts;
import org.cartograph.shop.Shop;
import org.jspecify.annotations.Nullable;

/** Step 6: puts the evidence behind a chosen candidate into words. */
final class Reasons {
    private static final int MOST = 3;
    /** Below this a pair is not worth calling more frequent than chance. */
    private static final double NOTABLE_LIFT = 1.1;

    private final Shop shop;

    Reasons(Shop shop) {
        this.shop = shop;
    }

    /**
     * The strongest reason, or the strongest few.
     *
     * @param evidence at least one, strongest first
     */
    List<Reason> of(long product, List<Candidate.Evidence> evidence, boolean all) {
        return evidence.stream()
                .limit(all ? MOST : 1)
                .map(one -> of(product, one))
                .toList();
    }

    private Reason of(long product, Candidate.Evidence evidence) {
        Family family = evidence.family();
        if (family == null) {
            return habitual(evidence);
        }
        ProductFacts anchor = shop.facts(evidence.anchor());
        String via = evidence.via();
        if (via != null) {
            return new Reason(
                    "NEW_PRODUCT",
                    via.equals(anchor.id())
                            ? "New, and similar to " + anchor.title()
                            : "New, and similar to " + shop.title(via) + ", which goes with " + anchor.title(),
                    anchor.id(),
                    null,
                    0,
                    null);
        }
        RuleCounts rule = shop.ruleCounts(evidence.anchor(), product, family, evidence.count());
        return new Reason(
                family.name(),
                text(family, evidence.count(), anchor.title(), rule),
                anchor.id(),
                family,
                evidence.count(),
                rule);
    }

    private static Reason habitual(Candidate.Evidence evidence) {
        String type = evidence.signal().name();
        String text = switch (evidence.signal()) {
            case BOUGHT_BEFORE ->
                evidence.count() == 1 ? "You bought this before" : "You bought this " + evidence.count() + " times";
            case TRENDING -> "Selling well of late";
            case POPULAR_IN_CATEGORY -> "Popular in a category that you like";
            default -> "Popular in this shop";
        };
        return new Reason(type, text, null, null, 0, null);
    }

    private static String text(Family family, long count, String anchor, @Nullable RuleCounts rule) {
        return switch (family) {
            case BOUGHT_TOGETHER -> "Bought together with " + anchor + " in " + counted(count, "order") + chance(rule);
            case BOUGHT_NEXT -> "Bought with " + anchor + " or soon after it by " + counted(count, "customer");
            case ALSO_BOUGHT -> counted(count, "customer") + " bought both this and " + anchor + chance(rule);
            case ALSO_VIEWED -> "Looked at together with " + anchor + " in " + counted(count, "visit");
            case SIMILAR -> "Similar to " + anchor + ": " + counted(count, "attribute") + " in common";
        };
    }

    private static String counted(long count, String noun) {
        return count == 1 ? "1 " + noun : count + " " + noun + "s";
    }

    private static String chance(@Nullable RuleCounts rule) {
        return rule == null || rule.lift() < NOTABLE_LIFT
                ? ""
                : String.format(Locale.ROOT, ", %.1f× more often than by chance", rule.lift());
    }

    /** Why a fallback from the category of a seed is shown. */
    Reason sameCategory(long seed) {
        return new Reason(
                "CATEGORY_BESTSELLER",
                "Popular in the same category as " + shop.facts(seed).title(),
                shop.facts(seed).id(),
                null,
                0,
                null);
    }

    /** Why a fallback from the whole shop is shown. */
    Reason wholeShop(long product) {
        return shop.purchases(product) > 0
                ? new Reason("BESTSELLER", "Popular in this shop", null, null, 0, null)
                : new Reason("ASSORTMENT", "From our assortment", null, null, 0, null);
    }
}
