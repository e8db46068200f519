package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cartograph.placement.Placement;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.placement.Signal;
import org.cartograph.shop.Shop;

/**
 * Fills the placements of a page: anchors → candidates → exclusions → score → fill → explain.
 *
 * <p>Placements are filled in their order, and none repeats a product that an earlier one shows.
 */
public final class Recommender {
    private final Shop shop;
    private final RecommendSettings settings;
    private final Reasons reasons;

    /** A recommender for one shop at one moment. */
    public Recommender(Shop shop, RecommendSettings settings) {
        this.shop = shop;
        this.settings = settings;
        this.reasons = new Reasons(shop);
    }

    /** Answers a request. */
    public Answer answer(Request request) {
        Anchors anchors = new Anchors(shop, settings, request.seeds(), request.customerId());
        Exclusions exclusions = new Exclusions(shop, request, anchors);
        List<Answer.Box> boxes = new ArrayList<>();
        for (Placement standard : request.placements()) {
            Placement placement = settings.placement(standard.name());
            List<Item> items = fill(placement, request, anchors, exclusions);
            boxes.add(new Answer.Box(placement.name(), placement.title(), items));
        }
        return new Answer(boxes, anchors.missing());
    }

    private List<Item> fill(Placement placement, Request request, Anchors anchors, Exclusions exclusions) {
        exclusions.avoidNothing();
        if (placement.start() == Signal.Start.HISTORY) {
            exclusions.avoid(anchors.ownedForGood());
        }
        int size = request.sizeOf(placement);
        List<Item> items = new ArrayList<>(size);
        double best = 0;
        Candidates candidates = Candidates.of(shop, settings, placement, anchors);
        for (Candidate next = candidates.next(); next != null && items.size() < size; next = candidates.next()) {
            if (exclusions.allow(next.product())) {
                best = Math.max(best, next.score());
                List<Reason> why = reasons.of(next.product(), candidates.evidence(next.product()), request.explain());
                items.add(item(next.product(), items.size() + 1, next.score() / best, false, why));
                exclusions.take(next.product());
            }
        }
        List<Anchor> from = anchors.of(placement.start());
        Fill fill = new Fill(shop, request.filter(), exclusions, reasons);
        Map<Long, Reason> fallbacks = fill.of(from, size - items.size());
        if (items.isEmpty() && fallbacks.isEmpty()) {
            fallbacks = fill.lastResort(size);
        }
        fallbacks.forEach((product, why) -> {
            items.add(item(product, items.size() + 1, 0, true, List.of(why)));
            exclusions.take(product);
        });
        return items;
    }

    private Item item(long product, int rank, double score, boolean fallback, List<Reason> why) {
        return new Item(product, shop.facts(product), rank, score, why.get(0).type(), fallback, why);
    }
}
