package org.cartograph.recommend;

import java.util.List;
import java.util.Locale;
import org.cartograph.graph.Family;
import org.cartograph.graph.RuleCounts;
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

    /** The strongest reason, or the strongest few. */
    List<Reason> of(Candidate candidate, boolean all) {
        return candidate.evidence().stream()
                .limit(all ? MOST : 1)
                .map(edge -> of(candidate.product(), edge))
                .toList();
    }

    private Reason of(long product, Candidate.Evidence edge) {
        RuleCounts rule = shop.ruleCounts(edge.anchor(), product, edge.family(), edge.count());
        return new Reason(
                edge.family().name(),
                text(edge.family(), edge.count(), shop.facts(edge.anchor()).title(), rule),
                shop.facts(edge.anchor()).id(),
                edge.family(),
                edge.count(),
                rule);
    }

    private static String text(Family family, long count, String anchor, @Nullable RuleCounts rule) {
        String orders = count == 1 ? "1 order" : count + " orders";
        String customers = count == 1 ? "1 customer" : count + " customers";
        return switch (family) {
            case BOUGHT_TOGETHER -> "Bought together with " + anchor + " in " + orders + chance(rule);
            case BOUGHT_NEXT -> "Bought with " + anchor + " or soon after it by " + customers;
            case ALSO_BOUGHT -> customers + " bought both this and " + anchor + chance(rule);
            case ALSO_VIEWED ->
                "Looked at together with " + anchor + " in " + (count == 1 ? "1 visit" : count + " visits");
            case SIMILAR -> "Similar to " + anchor;
        };
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
