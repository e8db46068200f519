package org.cartograph.service.recommendation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cartograph.service.database.Refusal;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.recommendation.RecommendationAnswer.Item;
import org.cartograph.service.recommendation.RecommendationAnswer.Placement;
import org.cartograph.service.recommendation.RecommendationAnswer.ProductCard;
import org.cartograph.service.recommendation.RecommendationAnswer.Reason;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.ClientException;

/**
 * What {@code cartograph.answer} says to a request.
 *
 * @param modelBuiltAt null before the first build
 * @param missing      seeds that the shop does not know
 * @param experiments  the running experiments of which the visitor is part
 */
public record ShopAnswer(
        @Nullable Instant modelBuiltAt,
        List<String> missing,
        @Nullable String variant,
        List<Exposure> experiments,
        List<Placement> placements) {

    /** The statement that every request runs. */
    public static final String CALL = "CALL cartograph.answer($context, $request)";

    /**
     * Asks the plugin.
     *
     * @throws org.cartograph.service.problem.InvalidRequest when it refuses the request
     */
    public static ShopAnswer to(RecommendationRequest request, ShopDatabase database, Duration atMost) {
        Map<String, Object> parameters = Map.of("context", request.context(), "request", request.asParameter());
        try {
            return database.read(CALL, parameters, atMost, rows -> read(rows.get(0)));
        } catch (ClientException failure) {
            throw Refusal.in(failure).<RuntimeException>map(refusal -> refusal).orElse(failure);
        }
    }

    boolean offersNothing() {
        return placements.stream().allMatch(placement -> placement.items().isEmpty());
    }

    private static ShopAnswer read(Record row) {
        Value builtAt = row.get("modelBuiltAt");
        return new ShopAnswer(
                builtAt.isNull() ? null : builtAt.asZonedDateTime().toInstant(),
                row.get("missing").asList(Value::asString),
                text(row.get("variant")),
                row.get("experiments").asList(ShopAnswer::exposure, List.of()),
                row.get("placements").asList(ShopAnswer::placement));
    }

    private static Exposure exposure(Value value) {
        return new Exposure(
                value.get("experiment").asString(),
                value.get("variant").asString(),
                value.get("unit").asString());
    }

    private static Placement placement(Value value) {
        return new Placement(
                value.get("name").asString(),
                value.get("title").asString(),
                value.get("items").asList(ShopAnswer::item));
    }

    private static Item item(Value value) {
        long rank = value.get("rank").asLong();
        return new Item(
                value.get("productId").asString(),
                rank,
                value.get("usualRank").asLong(rank),
                value.get("score").asDouble(),
                value.get("source").asString(),
                value.get("fallback").asBoolean(),
                value.get("explored").asBoolean(false),
                card(value.get("product")),
                value.get("reasons").asList(ShopAnswer::reason));
    }

    private static ProductCard card(Value value) {
        return new ProductCard(
                text(value.get("name")), number(value.get("price")), text(value.get("url")), text(value.get("image")));
    }

    static Reason reason(Value value) {
        return new Reason(
                value.get("type").asString(),
                value.get("text").asString(),
                text(value.get("via")),
                count(value.get("orders")),
                count(value.get("customers")),
                count(value.get("visits")),
                count(value.get("shared")),
                number(value.get("confidence")),
                number(value.get("lift")));
    }

    static @Nullable String text(Value value) {
        return value.isNull() ? null : value.asString();
    }

    static @Nullable Double number(Value value) {
        return value.isNull() ? null : value.asDouble();
    }

    private static @Nullable Long count(Value value) {
        return value.isNull() ? null : value.asLong();
    }
}
