package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import org.cartograph.shop.Shop;
import org.jspecify.annotations.Nullable;

/**
 * What fills a box that the model could not?
 *
 * <p>What the shop's people picked, bestsellers of the seeds' categories near their price, then the rest of those
 * categories, what trends, then the shop's bestsellers. A box stays empty only when the shop has nothing left to sell.
 */
final class Fill {
    /** "Near" is between half and twice the seed's price. */
    private static final double NEAR = 2;
    /** Beyond this depth a category's bestsellers are none. */
    private static final int DEPTH = 200;

    /** A cart of two hundred is not filled any better by looking at each of its categories. */
    private static final int MOST_SEEDS = 10;

    private static final int TRENDING = 20;

    private final Shop shop;
    private final Filter filter;
    private final Exclusions exclusions;
    private final Reasons reasons;
    private final String context;
    private final Mixture mixture;

    /** @param mixture whose room for brands counts, but not when the box would stay short */
    Fill(Page page, Mixture mixture) {
        this.shop = page.shop();
        this.filter = page.request().filter();
        this.exclusions = page.exclusions();
        this.reasons = page.reasons();
        this.context = page.request().context();
        this.mixture = mixture;
    }

    /** At most {@code missing} products that may be shown, with their reason, in the order to show them. */
    Map<Long, Reason> of(List<Anchor> seeds, int missing) {
        Map<Long, Reason> filled = new LinkedHashMap<>();
        if (missing <= 0) {
            return filled;
        }
        add(filled, shop.picks(context), missing, mixture::hasRoomFor, reasons::picked);
        List<Anchor> first = seeds.subList(0, Math.min(MOST_SEEDS, seeds.size()));
        for (Anchor seed : first) {
            Double price = shop.facts(seed.product()).price();
            addLike(filled, seed, missing, product -> near(price, product) && mixture.hasRoomFor(product));
        }
        for (Anchor seed : first) {
            addLike(filled, seed, missing, mixture::hasRoomFor);
        }
        if (filled.size() < missing) {
            add(filled, trending(), missing, mixture::hasRoomFor, reasons::trending);
            addWholeShop(filled, missing);
        }
        return filled;
    }

    /** Brands that have their share come last: looking at the whole shop a second time for them would cost too much. */
    private void addWholeShop(Map<Long, Reason> filled, int missing) {
        List<Long> withoutRoom = new ArrayList<>();
        LongPredicate hasRoom = product -> {
            boolean room = mixture.hasRoomFor(product);
            if (!room && withoutRoom.size() < missing) {
                withoutRoom.add(product);
            }
            return room;
        };
        add(filled, wholeShop(), missing, hasRoom, reasons::wholeShop);
        add(filled, withoutRoom, missing, product -> true, reasons::wholeShop);
    }

    /** For a box that would be empty: what came into the catalogue a moment ago, or even what the customer has already. */
    Map<Long, Reason> lastResort(int missing) {
        Map<Long, Reason> filled = new LinkedHashMap<>();
        add(filled, shop.bestsellersNow(), missing, product -> true, reasons::wholeShop);
        if (filled.isEmpty() && exclusions.avoidNothing()) {
            add(filled, wholeShop(), missing, product -> true, reasons::wholeShop);
        }
        return filled;
    }

    private List<Long> trending() {
        return shop.lists().trending(TRENDING).stream()
                .map(Shop.Seller::product)
                .toList();
    }

    /** A filter by attributes leaves so few products that looking at all others first would cost too much. */
    private List<Long> wholeShop() {
        return filter.attributes().isEmpty() ? shop.bestsellers() : shop.bestsellersWith(filter.attributes());
    }

    private void addLike(Map<Long, Reason> filled, Anchor seed, int missing, LongPredicate wanted) {
        if (filled.size() < missing) {
            List<Long> like = shop.bestsellersLike(seed.product());
            add(
                    filled,
                    like.subList(0, Math.min(DEPTH, like.size())),
                    missing,
                    wanted,
                    product -> reasons.sameCategory(seed.product()));
        }
    }

    private void add(
            Map<Long, Reason> filled,
            List<Long> products,
            int missing,
            LongPredicate wanted,
            LongFunction<Reason> reason) {
        for (long product : products) {
            if (filled.size() >= missing) {
                return;
            }
            if (!filled.containsKey(product)
                    && shop.isProduct(product)
                    && exclusions.allow(product)
                    && wanted.test(product)) {
                filled.put(product, reason.apply(product));
                mixture.add(product);
            }
        }
    }

    private boolean near(@Nullable Double price, long product) {
        Double other = shop.facts(product).price();
        return price != null && other != null && other <= price * NEAR && other >= price / NEAR;
    }
}
