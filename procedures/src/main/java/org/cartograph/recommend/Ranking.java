package org.cartograph.recommend;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.cartograph.placement.Placement;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.shop.Shop;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a placement would offer products, by the blend of its sources alone: what an evaluation measures
 * apart from the rules around it.
 */
public final class Ranking {
    private final Shop shop;
    private final RecommendSettings settings;
    private final Placement placement;

    /**
     * A ranking of one placement.
     *
     * @param placement its name
     */
    public Ranking(Shop shop, RecommendSettings settings, String placement) {
        this.shop = shop;
        this.settings = settings;
        this.placement = settings.placement(placement);
    }

    /**
     * The best products; fewer than {@code most} where no source leads to more.
     *
     * @param seeds ids; seeds themselves are not ranked
     * @param customerId whose past counts, or null
     * @param allowed products that may be ranked
     */
    public long[] best(List<String> seeds, @Nullable String customerId, LongPredicate allowed, int most) {
        Anchors anchors = new Anchors(shop, settings, seeds, customerId);
        Candidates candidates = Candidates.of(shop, settings, placement, anchors, "evaluation");
        long[] best = new long[most];
        int size = 0;
        for (Candidate next = candidates.next(); next != null && size < most; next = candidates.next()) {
            if (allowed.test(next.product()) && !isSeed(anchors, next.product())) {
                best[size++] = next.product();
            }
        }
        return Arrays.copyOf(best, size);
    }

    private static boolean isSeed(Anchors anchors, long product) {
        for (Anchor seed : anchors.seeds()) {
            if (seed.product() == product) {
                return true;
            }
        }
        return false;
    }
}
