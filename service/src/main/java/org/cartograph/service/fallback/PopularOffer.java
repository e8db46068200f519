package org.cartograph.service.fallback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cartograph.service.fallback.Snapshot.PopularProduct;
import org.cartograph.service.fallback.Snapshot.Shelf;
import org.cartograph.service.recommendation.LastResort;
import org.cartograph.service.recommendation.RecommendationAnswer.Item;
import org.cartograph.service.recommendation.RecommendationAnswer.Placement;
import org.cartograph.service.recommendation.RecommendationAnswer.ProductCard;
import org.cartograph.service.recommendation.RecommendationAnswer.Reason;
import org.cartograph.service.recommendation.RecommendationRequest;
import org.springframework.stereotype.Component;

/**
 * Fills the page's placements with what was popular.
 *
 * <p>The filter holds as long as something passes it. A box that would stay empty is filled by giving up first
 * everything of the filter but its categories, then the categories, then that no product comes twice on a page. Seeds
 * and excluded products are never offered.
 */
@Component
final class PopularOffer implements LastResort {

    private static final List<Reason> POPULAR =
            List.of(new Reason("BESTSELLER", "Popular in this shop", null, null, null, null, null, null, null));

    /** As the plugin scores what its model had nothing to do with. */
    private static final double NO_SCORE = 0;

    private final LatestSnapshot latest;

    PopularOffer(LatestSnapshot latest) {
        this.latest = latest;
    }

    @Override
    public Optional<Offer> offer(RecommendationRequest request) {
        Optional<Snapshot> snapshot = latest.get();
        List<Shelf> shelves =
                Shelves.wanted(request, snapshot.map(Snapshot::shelves).orElse(Shelves.STANDARD));
        return snapshot.map(seen -> new Offer(seen.modelBuiltAt(), fill(shelves, seen.products(), request)));
    }

    @Override
    public int size(String context, String placement) {
        List<Shelf> shelves =
                latest.get().map(Snapshot::shelves).orElse(Shelves.STANDARD).getOrDefault(context, List.of());
        for (Shelf shelf : shelves) {
            if (shelf.name().equals(placement)) {
                return shelf.size();
            }
        }
        return 0;
    }

    private static List<Placement> fill(
            List<Shelf> shelves, List<PopularProduct> products, RecommendationRequest request) {
        Set<String> notToOffer = request.notToOffer();
        List<PopularProduct> offered = products.stream()
                .filter(product -> !notToOffer.contains(product.id()))
                .toList();
        Set<String> shown = new HashSet<>();
        List<Placement> placements = new ArrayList<>();
        for (Shelf shelf : shelves) {
            int size = request.limit() == null ? shelf.size() : request.limit();
            List<PopularProduct> chosen = choose(offered, request, shown, size);
            chosen.forEach(product -> shown.add(product.id()));
            placements.add(new Placement(shelf.name(), shelf.title(), items(chosen)));
        }
        return placements;
    }

    private static List<PopularProduct> choose(
            List<PopularProduct> offered, RecommendationRequest request, Set<String> shown, int size) {
        Predicate<PopularProduct> unseen = product -> !shown.contains(product.id());
        List<Predicate<PopularProduct>> strictFirst = List.of(
                unseen.and(FilterMatch.of(request.filter())),
                unseen.and(FilterMatch.ofCategories(request.filter())),
                unseen,
                product -> true);
        return strictFirst.stream()
                .map(wanted -> offered.stream().filter(wanted).limit(size).toList())
                .filter(chosen -> !chosen.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Item> items(List<PopularProduct> products) {
        List<Item> items = new ArrayList<>();
        for (PopularProduct product : products) {
            int rank = items.size() + 1;
            ProductCard card = new ProductCard(product.name(), product.price(), product.url(), product.image());
            items.add(new Item(product.id(), rank, rank, NO_SCORE, "BESTSELLER", true, false, card, POPULAR));
        }
        return items;
    }
}
