package org.cartograph.procedure;

import java.util.List;
import java.util.Map;
import org.cartograph.recommend.EvidencePaths;
import org.cartograph.recommend.Explanation;
import org.cartograph.recommend.Reason;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.procedure.Description;

/** Why one box offers a product, or why not. */
public record ExplanationRow(
        @Description("Name of the placement") String placement,
        @Description("Title of the placement") String title,
        @Description("Whether the box shows the product") boolean offered,

        @Description("Its place in the box, null when it is not shown") @Nullable
        Long rank,

        @Description("Whether it only fills a place for which the model knew nothing")
        boolean fallback,

        @Description("Relative to the placement's best item; 0 when nothing leads to it")
        double score,

        @Description(
                "What the score is made of, maps with part, score, via, rule, factor: the scores add up to the score")
        List<Map<String, Object>> parts,

        @Description("What keeps it out, in words; empty when it is shown")
        List<String> exclusions,

        @Description("Every reason, strongest first, as cartograph.recommend gives them")
        List<Map<String, Object>> reasons,

        @Description("The product and what leads to it, to be drawn")
        List<Node> nodes,

        @Description("The relationships between them") List<Relationship> relationships) {

    static ExplanationRow of(Explanation explanation, EvidencePaths paths) {
        return new ExplanationRow(
                explanation.placement(),
                explanation.title(),
                explanation.offered(),
                explanation.rank() == null ? null : explanation.rank().longValue(),
                explanation.fallback(),
                explanation.score(),
                explanation.parts().stream().map(Explanation.Part::asMap).toList(),
                explanation.exclusions(),
                explanation.reasons().stream().map(Reason::asMap).toList(),
                paths.nodes(),
                paths.relationships());
    }
}
