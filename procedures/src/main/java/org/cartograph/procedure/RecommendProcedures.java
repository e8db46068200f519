package org.cartograph.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.graph.NodeIds;
import org.cartograph.model.ModelLog;
import org.cartograph.recommend.EvidencePaths;
import org.cartograph.shop.LiveShop;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Recommendations for a page, as rows for people and as one row for the service. */
public final class RecommendProcedures {
    private static final String CONTEXT =
            "The page: product, cart, post-purchase, home, abandoned-cart, email, or one of the shop's own";
    private static final String REQUEST = "customerId, visitorId, sessionId (texts), products (list of ids, or of maps "
            + "with productId and quantity), placements (names; all of the page), limit (1 to 100; each placement's own), "
            + "filter (map: price {min, max}, categories, brands, attributes {key: [values]}, inStock, exclude), exclude "
            + "(ids), explain (all reasons; false), explore (places "
            + "for what is not known well; true), seed (integer: repeats the exploring), variant (experiment/variant: a look at it, "
            + "which is not measured; any other text comes back), locale (language of titles "
            + "and reasons)";

    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    /** Recommends, a row for each item. */
    @Procedure(name = "cartograph.recommend", mode = Mode.READ)
    @Description("Recommends products for a page: one row per item, each with its reasons. Never offers a seed or what "
            + "cannot be sold; what the model cannot fill is filled with bestsellers, marked `fallback`.")
    public Stream<ItemRow> recommend(
            @Name(value = "context", description = CONTEXT) String context,
            @Name(value = "request", defaultValue = "{}", description = REQUEST) Map<String, Object> request) {
        return Asked.of(transaction, context, request).answer(shop()).boxes().stream()
                .flatMap(box -> box.items().stream()
                        .map(item -> ItemRow.of(box, item, NodeIds.node(transaction, item.product()))));
    }

    /** Recommends, everything in one row. */
    @Procedure(name = "cartograph.answer", mode = Mode.READ)
    @Description("The same as cartograph.recommend in exactly one row, also when nothing can be offered: made for "
            + "services, which turn it into JSON.")
    public Stream<AnswerRow> answer(
            @Name(value = "context", description = CONTEXT) String context,
            @Name(value = "request", defaultValue = "{}", description = REQUEST) Map<String, Object> request) {
        Asked asked = Asked.of(transaction, context, request);
        return Stream.of(AnswerRow.of(asked, asked.answer(shop()), ModelLog.newest(transaction)));
    }

    /** Explains one product of an answer. */
    @Procedure(name = "cartograph.explain", mode = Mode.READ)
    @Description(
            "Why a product is offered in each box of a page, or why not: partial scores that add up to the score, the "
                    + "rules that acted, what excludes it, and the nodes and relationships behind it, which Neo4j Browser draws.")
    public Stream<ExplanationRow> explain(
            @Name(
                            value = "request",
                            description = "A request as for cartograph.recommend, with the key `context` besides")
                    Map<String, Object> request,
            @Name(value = "productId", description = "Id of the product in question") String productId) {
        Asked asked = Asked.withContext(transaction, request);
        LiveShop shop = shop();
        return asked.explain(shop, productId)
                .map(explanation -> ExplanationRow.of(
                        explanation, new EvidencePaths(transaction, shop, asked.request(), productId, explanation)));
    }

    private LiveShop shop() {
        return new LiveShop(database, transaction);
    }
}
