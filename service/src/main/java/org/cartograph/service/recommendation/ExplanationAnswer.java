package org.cartograph.service.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.cartograph.service.recommendation.RecommendationAnswer.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What became of one product in every box of a page.
 *
 * @param placements one per box, in the page's order
 */
public record ExplanationAnswer(String productId, List<Box> placements) {

    /**
     * One box.
     *
     * @param offered    whether the box shows the product
     * @param rank       its place, null when it is not shown
     * @param fallback   whether it only fills a place for which the model knew nothing
     * @param score      relative to the box's best item; 0 when nothing leads to the product
     * @param parts      what the score is made of; their scores add up to it
     * @param exclusions what keeps it out, in words; empty when it is shown
     * @param reasons    every reason, strongest first
     */
    @Schema(name = "ExplainedBox")
    public record Box(
            String name,
            String title,
            boolean offered,
            @Nullable Long rank,
            boolean fallback,
            double score,
            List<Part> parts,
            List<String> exclusions,
            List<Reason> reasons) {}

    /**
     * A part of a score; fields that do not apply are left out.
     *
     * @param part   a signal, or the stage or rule that changed the score
     * @param score  what it adds; below zero where it takes away
     * @param via    the product from which the signal starts
     * @param rule   the merchandiser's rule that acted
     * @param factor what the score was multiplied with
     */
    @Schema(name = "ScorePart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            String part,
            double score,
            @Nullable String via,
            @Nullable String rule,
            @Nullable Double factor) {}
}
