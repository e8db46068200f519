package org.cartograph.service.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cartograph.service.recommendation.RecommendationAnswer.Item;
import org.cartograph.service.recommendation.RecommendationAnswer.Placement;
import org.cartograph.service.token.RecommendationToken;
import org.jspecify.annotations.Nullable;

/**
 * What a token keeps of an answer.
 *
 * @param variants the experiments that took part, {@code experiment/variant} each
 * @param shared   whether a cache may hand it to many browsers
 */
record Receipt(
        String context,
        List<String> variants,
        @Nullable Instant modelBuiltAt,
        boolean shared,
        boolean degraded,
        List<Placement> placements) {

    static Receipt of(ShopAnswer answer, RecommendationRequest request, boolean shared) {
        boolean degraded = answer.modelBuiltAt() == null;
        return new Receipt(
                request.context(),
                variants(answer),
                answer.modelBuiltAt(),
                shared && !degraded,
                degraded,
                answer.placements());
    }

    private static List<String> variants(ShopAnswer answer) {
        return answer.experiments().isEmpty()
                ? ofTheCaller(answer.variant())
                : answer.experiments().stream().map(Exposure::name).toList();
    }

    /** A variant of the caller's own experiment; one of the plugin's to which nobody was exposed is a preview. */
    private static List<String> ofTheCaller(@Nullable String variant) {
        return variant == null || variant.contains(Exposure.SEPARATOR) ? List.of() : List.of(variant);
    }

    static Receipt of(LastResort.Offer offer, RecommendationRequest request) {
        return new Receipt(request.context(), List.of(), offer.modelBuiltAt(), false, true, offer.placements());
    }

    RecommendationToken token(Instant at) {
        List<RecommendationToken.Item> items = placements.stream()
                .flatMap(box -> box.items().stream().map(item -> item(box.name(), item)))
                .toList();
        return new RecommendationToken(
                UUID.randomUUID(), at, context, variants, modelBuiltAt, shared, degraded, false, items);
    }

    private static RecommendationToken.Item item(String placement, Item item) {
        return new RecommendationToken.Item(
                placement,
                item.productId(),
                Math.toIntExact(item.rank()),
                Math.toIntExact(item.usualRank()),
                item.score(),
                item.source(),
                item.reasons().isEmpty() ? null : item.reasons().get(0).via());
    }
}
