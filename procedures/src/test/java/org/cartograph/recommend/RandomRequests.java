package org.cartograph.recommend;

import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.fixture.Dice;
import org.cartograph.fixture.RandomShop;

/** Anything that a storefront may ask of a shop. */
final class RandomRequests {
    private final Dice dice;
    private final RandomShop shop;
    private final Map<String, List<String>> contexts;

    RandomRequests(RandomShop shop, Map<String, List<String>> contexts) {
        this.dice = new Dice(~shop.seed());
        this.shop = shop;
        this.contexts = contexts;
    }

    /** Every page and its boxes, as the plugin lists them. */
    static Map<String, List<String>> contexts() {
        Map<String, List<String>> contexts = new LinkedHashMap<>();
        rows("CALL cartograph.context.list() YIELD context, placement")
                .forEach(row -> contexts.computeIfAbsent((String) row.get("context"), key -> new ArrayList<>())
                        .add((String) row.get("placement")));
        return contexts;
    }

    /** The next page. */
    String context() {
        return dice.any(List.copyOf(contexts.keySet()));
    }

    /** What to ask of it; always with a {@code seed}. */
    Map<String, Object> request(String context) {
        Map<String, Object> request = new HashMap<>();
        request.put("seed", dice.number());
        if (dice.chance(65)) {
            request.put("customerId", dice.chance(92) ? dice.any(shop.customers()) : "nobody");
        }
        dice.maybe(20, request, "visitorId", dice.chance(50) ? dice.any(shop.customers()) : "visitor 1");
        if (dice.chance(context.equals("home") ? 20 : 85)) {
            request.put("products", products());
        }
        dice.maybe(50, request, "limit", dice.chance(20) ? 100 : 1 + dice.roll(8));
        dice.maybe(25, request, "exclude", List.of(product(), product()));
        dice.maybe(30, request, "explain", true);
        dice.maybe(30, request, "locale", dice.any(List.of("de-AT", "en", "xx")));
        if (dice.chance(25)) {
            request.put("placements", List.of(dice.any(contexts.get(context)), dice.any(contexts.get(context))));
        }
        if (dice.chance(40)) {
            request.put("filter", filter());
        }
        return request;
    }

    private List<Object> products() {
        List<Object> products = new ArrayList<>();
        for (int product = dice.roll(4); product >= 0; product--) {
            products.add(dice.chance(40) ? Map.of("productId", product(), "quantity", 2) : product());
        }
        return products;
    }

    private Map<String, Object> filter() {
        Map<String, Object> filter = new HashMap<>();
        int least = dice.roll(50);
        dice.maybe(
                35, filter, "price", dice.chance(50) ? Map.of("min", least) : Map.of("min", least, "max", least + 20));
        dice.maybe(30, filter, "categories", List.of("category " + dice.roll(6), "category " + dice.roll(9)));
        dice.maybe(20, filter, "brands", List.of("brand " + dice.roll(3)));
        dice.maybe(20, filter, "attributes", Map.of("colour", List.of("red", "grün")));
        dice.maybe(15, filter, "inStock", dice.chance(50));
        dice.maybe(20, filter, "exclude", List.of(product()));
        return filter;
    }

    private String product() {
        return shop.products().isEmpty() || dice.chance(10) ? "unknown " + dice.roll(3) : dice.any(shop.products());
    }
}
