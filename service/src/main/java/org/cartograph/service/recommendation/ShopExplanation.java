package org.cartograph.service.recommendation;

import java.time.Duration;
import java.util.Map;
import org.cartograph.service.database.Refusal;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.recommendation.ExplanationAnswer.Box;
import org.cartograph.service.recommendation.ExplanationAnswer.Part;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.ClientException;

/** What {@code cartograph.explain} says, without the nodes and relationships, which are for Neo4j Browser to draw. */
final class ShopExplanation {

    private static final String CALL = """
            CALL cartograph.explain($request, $productId)
            YIELD placement, title, offered, rank, fallback, score, parts, exclusions, reasons
            RETURN *""";

    private ShopExplanation() {}

    /**
     * Asks the plugin.
     *
     * @throws org.cartograph.service.problem.InvalidRequest when it refuses the request, or knows no such product
     */
    static ExplanationAnswer of(Map<String, Object> request, String productId, ShopDatabase database, Duration atMost) {
        Map<String, Object> parameters = Map.of("request", request, "productId", productId);
        try {
            return database.read(
                    CALL,
                    parameters,
                    atMost,
                    rows -> new ExplanationAnswer(
                            productId, rows.stream().map(ShopExplanation::box).toList()));
        } catch (ClientException failure) {
            throw Refusal.in(failure).<RuntimeException>map(refusal -> refusal).orElse(failure);
        }
    }

    private static Box box(Record row) {
        return new Box(
                row.get("placement").asString(),
                row.get("title").asString(),
                row.get("offered").asBoolean(),
                row.get("rank").isNull() ? null : row.get("rank").asLong(),
                row.get("fallback").asBoolean(),
                row.get("score").asDouble(),
                row.get("parts").asList(ShopExplanation::part),
                row.get("exclusions").asList(Value::asString),
                row.get("reasons").asList(ShopAnswer::reason));
    }

    private static Part part(Value value) {
        return new Part(
                value.get("part").asString(),
                value.get("score").asDouble(),
                ShopAnswer.text(value.get("via")),
                ShopAnswer.text(value.get("rule")),
                ShopAnswer.number(value.get("factor")));
    }
}
