package org.cartograph.service.recommendation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page gets.
 *
 * @param recommendationId names this answer wherever an outcome of it is reported; at most 2,048 characters
 * @param modelBuiltAt     when the model behind it was built; null before the first build
 * @param tookMs           milliseconds from reading the request to this answer
 * @param degraded         true when popularity stood in for the model: the database was away, slow or not built yet
 * @param missing          seeds that the shop does not know
 * @param variant          the experiment's variant that answered
 * @param placements       one per box of the page, in the page's order
 */
public record RecommendationAnswer(
        String recommendationId,
        @Nullable Instant modelBuiltAt,
        long tookMs,
        boolean degraded,
        List<String> missing,
        @Nullable String variant,
        List<Placement> placements) {

    /** A box of the page: its name for programs, its title for people, its items best first. */
    public record Placement(String name, String title, List<Item> items) {}

    /**
     * A product offered.
     *
     * @param rank     from 1
     * @param score    relative to the best item of the list, which has 1; not a probability; 0 for a fallback
     * @param source   the neighbour family or list it comes from
     * @param fallback true when it fills the box without evidence for this page
     * @param usualRank the place it would have had without exploring, 0 where exploring brought it; not for the page
     * @param explored true when its place was given to it to learn how well it does there; left out where false
     */
    @Schema(name = "OfferedItem")
    public record Item(
            String productId,
            long rank,
            @JsonIgnore long usualRank,
            double score,
            String source,
            boolean fallback,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean explored,
            ProductCard product,
            List<Reason> reasons) {}

    /** What a page needs to draw a product; null where the shop has told nothing. */
    public record ProductCard(
            @Nullable String name,
            @Nullable Double price,
            @Nullable String url,
            @Nullable String image) {}

    /**
     * Why an item is offered; fields that do not apply are left out.
     *
     * @param text       a sentence for people
     * @param via        the seed it comes from
     * @param orders     orders that show it
     * @param customers  customers that show it
     * @param visits     visits that show it
     * @param shared     attributes in common
     * @param confidence share of the seed's orders that also hold the item, 0 to 1
     * @param lift       how many times more often than chance
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            String type,
            String text,
            @Nullable String via,
            @Nullable Long orders,
            @Nullable Long customers,
            @Nullable Long visits,
            @Nullable Long shared,
            @Nullable Double confidence,
            @Nullable Double lift) {}
}
