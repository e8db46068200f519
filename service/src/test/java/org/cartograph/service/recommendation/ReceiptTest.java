package org.cartograph.service.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.cartograph.service.recommendation.RecommendationAnswer.Item;
import org.cartograph.service.recommendation.RecommendationAnswer.Placement;
import org.cartograph.service.recommendation.RecommendationAnswer.ProductCard;
import org.cartograph.service.recommendation.RecommendationAnswer.Reason;
import org.cartograph.service.token.RecommendationToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReceiptTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant BUILT = Instant.parse("2026-03-01T07:00:00Z");
    private static final ProductCard CARD = new ProductCard("Mug", 6.0, null, null);
    private static final List<Placement> BOXES = List.of(
            new Placement(
                    "complete-the-basket",
                    "Complete your basket",
                    List.of(item("mug", 1, 1, reason("tea")), item("pot", 2, 0, reason(null)))),
            new Placement("upgrade", "Treat yourself", List.of(item("kettle", 1, 1))));

    private static Item item(String id, long rank, long usualRank, Reason... reasons) {
        return new Item(id, rank, usualRank, 0.5, "BOUGHT_TOGETHER", false, usualRank == 0, CARD, List.of(reasons));
    }

    private static Reason reason(@Nullable String via) {
        return new Reason("BOUGHT_TOGETHER", "Often bought together", via, null, null, null, null, null, null);
    }

    private static RecommendationToken token(@Nullable String variant, List<Exposure> experiments, boolean shared) {
        ShopAnswer answer = new ShopAnswer(BUILT, List.of(), variant, experiments, BOXES);
        return Receipt.of(answer, RecommendationRequest.of("cart"), shared).token(NOW);
    }

    @Test
    void keepsWhatEveryBoxShowed() {
        assertThat(token(null, List.of(), false).items())
                .containsExactly(
                        new RecommendationToken.Item("complete-the-basket", "mug", 1, 1, 0.5, "BOUGHT_TOGETHER", "tea"),
                        new RecommendationToken.Item("complete-the-basket", "pot", 2, 0, 0.5, "BOUGHT_TOGETHER", null),
                        new RecommendationToken.Item("upgrade", "kettle", 1, 1, 0.5, "BOUGHT_TOGETHER", null));
    }

    @Test
    void keepsTheExperimentsThatTookPart() {
        List<Exposure> two = List.of(new Exposure("boxes", "big", "ann"), new Exposure("words", "warm", "ann"));

        assertThat(token("boxes/big, words/warm", two, false).variants()).containsExactly("boxes/big", "words/warm");
    }

    @Test
    void keepsTheVariantOfTheCallersOwnExperimentButNoPreview() {
        assertThat(token("blue", List.of(), false).variants()).containsExactly("blue");
        assertThat(token("boxes/big", List.of(), false).variants()).isEmpty();
    }

    @Test
    void saysWhetherManyBrowsersMayGetTheAnswer() {
        assertThat(token(null, List.of(), true).shared()).isTrue();
        assertThat(token(null, List.of(), false).shared()).isFalse();
    }

    @Test
    void saysThatTheModelHadNoPartInAnAnswerOfTheLastResort() {
        RecommendationToken token = Receipt.of(
                        new LastResort.Offer(BUILT, BOXES),
                        new RecommendationRequest(
                                "cart", null, null, null, null, null, null, null, null, null, null, null, "blue", null))
                .token(NOW);

        assertThat(token.degraded()).isTrue();
        assertThat(token.variants()).isEmpty();
        assertThat(token.items()).hasSize(3);
    }
}
