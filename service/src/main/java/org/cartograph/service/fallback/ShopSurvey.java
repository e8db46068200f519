package org.cartograph.service.fallback;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.fallback.Shelves.Listed;
import org.cartograph.service.fallback.Snapshot.PopularProduct;
import org.cartograph.service.fallback.Snapshot.Shelf;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Takes a snapshot of the shop: the plugin's own bestsellers, and the pages with their boxes as the shop has set them. */
@Component
final class ShopSurvey {

    private static final String POPULAR = cypher("popular-products.cypher");
    private static final String SHELVES =
            "CALL cartograph.context.list() YIELD context, placement, title, size RETURN *";
    private static final String MODEL = "CALL cartograph.model.list() YIELD builtAt RETURN builtAt LIMIT 1";
    private static final Map<String, Object> HOW_MANY = Map.of("overall", 100, "categories", 100, "perCategory", 20);

    private final ShopDatabase database;

    ShopSurvey(ShopDatabase database) {
        this.database = database;
    }

    /**
     * Looks at the shop once.
     *
     * @return empty for a shop that has nothing to sell
     */
    Optional<Snapshot> take(Duration atMost) {
        List<PopularProduct> products = database.read(
                POPULAR,
                HOW_MANY,
                atMost,
                rows -> rows.stream().map(ShopSurvey::product).toList());
        if (products.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Shelf>> shelves = Shelves.byContext(database.read(
                SHELVES,
                Map.of(),
                atMost,
                rows -> rows.stream().map(ShopSurvey::listed).toList()));
        Instant modelBuiltAt = database.read(
                MODEL,
                Map.of(),
                atMost,
                rows -> rows.isEmpty()
                        ? null
                        : rows.get(0).get("builtAt").asZonedDateTime().toInstant());
        return Optional.of(new Snapshot(Snapshot.FORMAT, Instant.now(), modelBuiltAt, shelves, products));
    }

    private static Listed listed(Record row) {
        Shelf shelf = new Shelf(
                row.get("placement").asString(),
                row.get("title").asString(),
                row.get("size").asInt());
        return new Listed(row.get("context").asString(), shelf);
    }

    private static PopularProduct product(Record row) {
        Map<String, List<String>> attributes = row.get("attributes").asList(pair -> pair).stream()
                .collect(Collectors.groupingBy(
                        pair -> pair.get(0).asString(),
                        Collectors.mapping(pair -> pair.get(1).asString(), Collectors.toList())));
        return new PopularProduct(
                row.get("id").asString(),
                text(row.get("name")),
                row.get("price").isNull() ? null : row.get("price").asDouble(),
                text(row.get("url")),
                text(row.get("image")),
                attributes);
    }

    private static @Nullable String text(Value value) {
        return value.isNull() ? null : value.asString();
    }

    private static String cypher(String name) {
        try (InputStream file = ShopSurvey.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the jar.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
