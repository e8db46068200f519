package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.List;
import org.cartograph.placement.Placement;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.shop.Shop;

/**
 * Fills the placements of a page: anchors → candidates → exclusions → score → rules → diversify → explore → fill →
 * explain. What the boxes have in common is in {@link Page}, what each does by itself in {@link Box}.
 *
 * <p>Placements are filled in their order, and none repeats a product that an earlier one shows.
 */
public final class Recommender {
    private final Shop shop;
    private final RecommendSettings settings;

    /** A recommender for one shop at one moment. */
    public Recommender(Shop shop, RecommendSettings settings) {
        this.shop = shop;
        this.settings = settings;
    }

    /** The answer to a visitor who is to be shown nothing: every box is there, and empty. */
    public Answer withhold(Request request) {
        Page page = new Page(shop, settings, request);
        List<Answer.Box> boxes = new ArrayList<>();
        for (Placement placement : request.placements()) {
            boxes.add(new Answer.Box(placement.name(), page.title(placement), List.of()));
        }
        return new Answer(boxes, page.anchors().missing());
    }

    /** Answers a request. */
    public Answer answer(Request request) {
        Page page = new Page(shop, settings, request);
        List<Answer.Box> boxes = new ArrayList<>();
        for (Placement placement : request.placements()) {
            boxes.add(new Box(page, placement).fill());
        }
        return new Answer(boxes, page.anchors().missing());
    }
}
