package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fills the placements of a page: anchors → candidates → exclusions → score → fill → explain.
 *
 * <p>Placements are filled in their order, and none repeats a product that an earlier one shows.
 */
public final class Recommender {
    private final Shop shop;
    private final Candidates candidates;
    private final Reasons reasons;

    /** A recommender for one shop at one moment. */
    public Recommender(Shop shop) {
        this.shop = shop;
        this.candidates = new Candidates(shop);
        this.reasons = new Reasons(shop);
    }

    /** Answers a request. */
    public Answer answer(Request request) {
        Anchors anchors = new Anchors(shop, request);
        Exclusions exclusions = new Exclusions(shop, request, anchors);
        List<Answer.Box> boxes = new ArrayList<>();
        for (Placement placement : request.placements()) {
            List<Item> items = fill(placement, request, anchors, exclusions);
            boxes.add(new Answer.Box(placement.name(), placement.title(), items));
        }
        return new Answer(boxes, anchors.missing());
    }

    private List<Item> fill(Placement placement, Request request, Anchors anchors, Exclusions exclusions) {
        List<Anchor> from = anchors.of(placement, request);
        exclusions.avoidNothing();
        if (placement.anchors() == Placement.Anchoring.HISTORY) {
            exclusions.avoid(anchors.owned());
        }
        int size = request.sizeOf(placement);
        List<Item> items = new ArrayList<>(size);
        double best = 0;
        for (Candidate candidate : candidates.of(from, placement.sources())) {
            if (items.size() == size) {
                break;
            }
            if (exclusions.allow(candidate.product())) {
                best = Math.max(best, candidate.score());
                List<Reason> why = reasons.of(candidate, request.explain());
                items.add(item(candidate.product(), items.size() + 1, candidate.score() / best, false, why));
                exclusions.take(candidate.product());
            }
        }
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
