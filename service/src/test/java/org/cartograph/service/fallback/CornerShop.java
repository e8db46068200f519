package org.cartograph.service.fallback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cartograph.service.fallback.Snapshot.PopularProduct;
import tools.jackson.databind.json.JsonMapper;

/**
 * A snapshot of a small shop, best sold first.
 *
 * <pre>
 *   id      price  category  brand   colour
 *   tea      4.0   drinks    Leaf    green
 *   coffee   8.0   drinks    Bean    brown
 *   mug      6.0   kitchen   Clay    blue
 *   pot     30.0   kitchen   Clay    brown
 *   sugar      –   pantry    –       –
 * </pre>
 */
public final class CornerShop {

    private CornerShop() {}

    static Snapshot snapshot() {
        return new Snapshot(
                Snapshot.FORMAT,
                Instant.parse("2026-03-01T08:00:00Z"),
                Instant.parse("2026-03-01T07:00:00Z"),
                Shelves.STANDARD,
                List.of(
                        product("tea", 4.0, "drinks", "Leaf", "green"),
                        product("coffee", 8.0, "drinks", "Bean", "brown"),
                        product("mug", 6.0, "kitchen", "Clay", "blue"),
                        product("pot", 30.0, "kitchen", "Clay", "brown"),
                        new PopularProduct("sugar", "Sugar", null, null, null, Map.of("category", List.of("pantry")))));
    }

    private static PopularProduct product(String id, double price, String category, String brand, String colour) {
        return new PopularProduct(
                id,
                id,
                price,
                null,
                null,
                Map.of("category", List.of(category), "brand", List.of(brand), "colour", List.of(colour)));
    }

    /** Leaves the snapshot where a service started on this folder finds it. */
    public static void keepIn(Path folder) throws IOException {
        Files.write(folder.resolve("snapshot.json"), JsonMapper.shared().writeValueAsBytes(snapshot()));
    }
}
