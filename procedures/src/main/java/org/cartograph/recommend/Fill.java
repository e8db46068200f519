package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Step 5: what fills a box that the model could not?
 *
 * <p>Bestsellers of the seeds' categories near their price, then the rest of those categories, then the shop's
 * bestsellers. A box stays empty only when the shop has nothing left to sell.
 */
final class Fill {
    /** "Near" is between half and twice the seed's price. */
    private static final double NEAR = 2;
    /** Beyond this depth a category's bestsellers are none. */
    private static final int DEPTH = 200;

    private final Shop shop;
    private final Exclusions exclusions;
    private final Reasons reasons;

    Fill(Shop shop, Exclusions exclusions, Reasons reasons) {
        this.shop = shop;
        this.exclusions = exclusions;
        this.reasons = reasons;
    }

    /** At most {@code missing} products that may be shown, with their reason, in the order to show them. */
    Map<Long, Reason> of(List<Anchor> seeds, int missing) {
        Map<Long, Reason> filled = new LinkedHashMap<>();
        for (Anchor seed : seeds) {
            List<Long> similar = first(shop.bestsellersLike(seed.product()));
            add(
                    filled,
                    near(similar, shop.facts(seed.product()).price()),
                    missing,
                    p -> reasons.sameCategory(seed.product()));
        }
        for (Anchor seed : seeds) {
            add(
                    filled,
                    first(shop.bestsellersLike(seed.product())),
                    missing,
                    p -> reasons.sameCategory(seed.product()));
        }
        add(filled, shop.bestsellers(), missing, reasons::wholeShop);
        if (filled.isEmpty() && missing > 0) {
            add(filled, shop.bestsellersNow(), missing, reasons::wholeShop);
        }
        return filled;
    }

    private void add(Map<Long, Reason> filled, List<Long> products, int missing, LongFunction<Reason> reason) {
        for (long product : products) {
            if (filled.size() >= missing) {
                return;
            }
            if (!filled.containsKey(product) && shop.isProduct(product) && exclusions.allow(product)) {
                filled.put(product, reason.apply(product));
            }
        }
    }

    private List<Long> near(List<Long> products, @Nullable Double price) {
        if (price == null) {
            return List.of();
        }
        List<Long> near = new ArrayList<>();
        for (long product : products) {
            Double other = shop.isProduct(product) ? shop.facts(product).price() : null;
            if (other != null && other <= price * NEAR && other >= price / NEAR) {
                near.add(product);
            }
        }
        return near;
    }

    private static List<Long> first(List<Long> products) {
        return products.subList(0, Math.min(DEPTH, products.size()));
    }
}
