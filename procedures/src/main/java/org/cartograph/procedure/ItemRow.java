package org.cartograph.procedure;

import java.util.List;
import java.util.Map;
import org.cartograph.recommend.Answer;
import org.cartograph.recommend.Item;
import org.cartograph.recommend.Reason;
import org.neo4j.graphdb.Node;
import org.neo4j.procedure.Description;

/** One recommended product. */
public record ItemRow(
        @Description("Name of the placement") String placement,
        @Description("Title of the placement") String title,
        @Description("Place in the placement, from 1") long rank,
        @Description("The product") Node product,
        @Description("The product's id") String productId,

        @Description("Relative to the placement's best item, which has 1; no probability; 0 for a fallback")
        double score,

        @Description("The kind of edge, or of fallback, that brought it")
        String source,

        @Description("Whether it fills a place for which the model knew nothing")
        boolean fallback,

        @Description("Whether its place was used to learn what is not known well yet")
        boolean explored,

        @Description("Why: maps with type, text, via, orders or customers, confidence, lift")
        List<Map<String, Object>> reasons) {

    static ItemRow of(Answer.Box box, Item item, Node product) {
        return new ItemRow(
                box.name(),
                box.title(),
                item.rank(),
                product,
                item.facts().id(),
                item.score(),
                item.source(),
                item.fallback(),
                item.explored(),
                item.reasons().stream().map(Reason::asMap).toList());
    }
}
