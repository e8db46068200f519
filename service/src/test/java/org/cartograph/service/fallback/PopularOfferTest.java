package org.cartograph.service.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cartograph.service.database.Neo4jSettings;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.recommendation.Filter;
import org.cartograph.service.recommendation.Filter.Price;
import org.cartograph.service.recommendation.LastResort.Offer;
import org.cartograph.service.recommendation.RecommendationAnswer.Item;
import org.cartograph.service.recommendation.RecommendationRequest;
import org.cartograph.service.recommendation.SeedProduct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PopularOfferTest {

    @TempDir
    private Path folder;

    private PopularOffer popular;

    @BeforeEach
    void openTheCornerShop() {
        LatestSnapshot latest = latestSnapshot();
        latest.replace(CornerShop.snapshot());
        popular = new PopularOffer(latest);
    }

    @Test
    void offersWhatSellsBestFirst() {
        assertThat(ids(request("cart", List.of(), null, Filter.NONE))).containsExactly("tea", "coffee", "mug", "pot");
    }

    @Test
    void offersNothingThatIsInTheCart() {
        assertThat(ids(request("cart", List.of("tea", "mug"), null, Filter.NONE)))
                .containsExactly("coffee", "pot", "sugar");
    }

    @Test
    void offersNothingThatIsExcluded() {
        assertThat(ids(request("cart", List.of(), null, excluding("coffee")))).doesNotContain("coffee");
    }

    @Test
    void keepsToTheLimit() {
        assertThat(ids(request("cart", List.of(), 2, Filter.NONE))).containsExactly("tea", "coffee");
    }

    @Test
    void keepsToThePriceRange() {
        assertThat(ids(request("cart", List.of(), null, priced(5.0, 10.0)))).containsExactly("coffee", "mug");
    }

    @Test
    void keepsToTheCategories() {
        assertThat(ids(request("cart", List.of(), null, inCategory("kitchen")))).containsExactly("mug", "pot");
    }

    @Test
    void keepsToTheBrands() {
        Filter clay = new Filter(null, null, List.of("Clay"), null, null, null);
        assertThat(ids(request("cart", List.of(), null, clay))).containsExactly("mug", "pot");
    }

    @Test
    void keepsToTheAttributes() {
        Filter brown = new Filter(null, null, null, Map.of("colour", List.of("brown")), null, null);
        assertThat(ids(request("cart", List.of(), null, brown))).containsExactly("coffee", "pot");
    }

    @Test
    void givesUpThePriceBeforeTheCategoryRatherThanOfferNothing() {
        Filter cheapKitchen = new Filter(new Price(null, 1.0), List.of("kitchen"), null, null, null, null);
        assertThat(ids(request("cart", List.of(), null, cheapKitchen))).containsExactly("mug", "pot");
    }

    @Test
    void givesUpTheCategoryRatherThanOfferNothing() {
        assertThat(ids(request("cart", List.of(), 1, inCategory("garden")))).containsExactly("tea");
    }

    @Test
    void neverGivesUpTheExcludeList() {
        Filter onlySugarIsLeft = excluding("tea", "coffee", "mug", "pot");
        assertThat(ids(request("cart", List.of("sugar"), null, onlySugarIsLeft)))
                .isEmpty();
    }

    @Test
    void showsNoProductTwiceOnAPage() {
        Offer offer =
                popular.offer(request("product", List.of(), 2, Filter.NONE)).orElseThrow();

        assertThat(offer.placements().get(0).items())
                .extracting(Item::productId)
                .containsExactly("tea", "coffee");
        assertThat(offer.placements().get(1).items())
                .extracting(Item::productId)
                .containsExactly("mug", "pot");
    }

    @Test
    void repeatsAProductRatherThanLeaveABoxEmpty() {
        Offer offer =
                popular.offer(request("product", List.of(), 5, Filter.NONE)).orElseThrow();

        assertThat(offer.placements().get(1).items()).hasSize(5);
    }

    @Test
    void marksEveryItemAsAFallback() {
        Offer offer = popular.offer(RecommendationRequest.of("home")).orElseThrow();

        assertThat(offer.placements().get(0).items()).isNotEmpty().allSatisfy(item -> {
            assertThat(item.fallback()).isTrue();
            assertThat(item.reasons().get(0).text()).isEqualTo("Popular in this shop");
        });
    }

    @Test
    void refusesAnUnknownContext() {
        assertThatThrownBy(() -> popular.offer(RecommendationRequest.of("hoem")))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage(
                        "`context` must be one of product, cart, post-purchase, home, abandoned-cart, email, but was \"hoem\"."
                                + " Did you mean `home`?");
    }

    @Test
    void refusesAPlacementOfAnotherContext() {
        RecommendationRequest request = new RecommendationRequest(
                "cart", List.of("for-you"), null, null, null, null, null, null, null, null, null, null, null, null);

        assertThatThrownBy(() -> popular.offer(request))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage(
                        "`placements` must be one of complete-the-basket, upgrade, dont-forget, but was \"for-you\".");
    }

    @Test
    void hasNothingToOfferBeforeTheFirstSnapshot() {
        assertThat(new PopularOffer(latestSnapshot("other.json")).offer(RecommendationRequest.of("home")))
                .isEmpty();
    }

    private LatestSnapshot latestSnapshot() {
        return latestSnapshot("snapshot.json");
    }

    private LatestSnapshot latestSnapshot(String name) {
        SnapshotSettings settings = new SnapshotSettings(folder.resolve(name), Duration.ofMinutes(1));
        return new LatestSnapshot(
                new SnapshotFile(settings, new Neo4jSettings(null, "neo4j", null, null, null), folder));
    }

    private List<String> ids(RecommendationRequest request) {
        return popular.offer(request).orElseThrow().placements().get(0).items().stream()
                .map(Item::productId)
                .toList();
    }

    private static RecommendationRequest request(String context, List<String> cart, Integer limit, Filter filter) {
        List<SeedProduct> seeds =
                cart.stream().map(id -> new SeedProduct(id, null)).toList();
        return new RecommendationRequest(
                context, null, null, null, null, seeds, limit, filter, null, null, null, null, null, null);
    }

    private static Filter excluding(String... ids) {
        return new Filter(null, null, null, null, null, List.of(ids));
    }

    private static Filter priced(Double min, Double max) {
        return new Filter(new Price(min, max), null, null, null, null, null);
    }

    private static Filter inCategory(String category) {
        return new Filter(null, List.of(category), null, null, null, null);
    }
}
