package org.cartograph.recommend;

import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.fixture.RandomShop;

/** A page that was asked for, what came, and what was true then. */
record PageCase(long shop, ShopTruth truth, String context, Map<String, Object> request, Map<String, Object> answer) {

    /** A box of the answer. */
    record Box(String name, List<Map<String, Object>> items) {
        List<String> ids() {
            return items.stream().map(item -> (String) item.get("productId")).toList();
        }
    }

    /** Asks for a page. */
    static Map<String, Object> ask(String context, Map<String, Object> request) {
        return rows("CALL cartograph.answer($context, $request)", Map.of("context", context, "request", request))
                .get(0);
    }

    static List<Box> boxes(Map<String, Object> answer) {
        List<Box> boxes = new ArrayList<>();
        for (Object box : (List<?>) answer.get("placements")) {
            Map<?, ?> map = (Map<?, ?>) box;
            List<Map<String, Object>> items = new ArrayList<>();
            for (Object item : (List<?>) map.get("items")) {
                items.add(map(item));
            }
            boxes.add(new Box((String) map.get("name"), items));
        }
        return boxes;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object map) {
        return (Map<String, Object>) map;
    }

    List<Box> boxes() {
        return boxes(answer);
    }

    /** Everything on the page. */
    List<String> ids() {
        return ids(answer);
    }

    static List<String> ids(Map<String, Object> answer) {
        return boxes(answer).stream().flatMap(box -> box.ids().stream()).toList();
    }

    Object customer() {
        return request.get("customerId");
    }

    /** Who sits before the page, as far as that is known: the customer before the browser, which is never a customer. */
    Object shopper() {
        if (request.containsKey("customerId")) {
            return customer();
        }
        Object visitor = request.get("visitorId");
        return visitor != null && String.valueOf(visitor).startsWith(RandomShop.BROWSER) ? visitor : null;
    }

    /** Ids of the products that the request starts from. */
    Set<String> seeds() {
        Set<String> seeds = new HashSet<>();
        for (Object seed : (List<?>) request.getOrDefault("products", List.of())) {
            seeds.add(seed instanceof Map<?, ?> map ? (String) map.get("productId") : (String) seed);
        }
        return seeds;
    }

    /** Ids that the request does not want to see. */
    Set<String> excluded() {
        Set<String> excluded = new HashSet<>(texts(request.get("exclude")));
        excluded.addAll(texts(filter().get("exclude")));
        return excluded;
    }

    private Map<String, Object> filter() {
        return request.get("filter") == null ? Map.of() : map(request.get("filter"));
    }

    /** Whether the request's filter lets a product through. */
    boolean passes(ShopTruth.Product product) {
        Map<String, Object> filter = filter();
        Map<String, Object> price = filter.get("price") == null ? Map.of() : map(filter.get("price"));
        double least = price.get("min") instanceof Number min ? min.doubleValue() : Double.NEGATIVE_INFINITY;
        double most = price.get("max") instanceof Number max ? max.doubleValue() : Double.POSITIVE_INFINITY;
        boolean priced =
                price.isEmpty() || product.price() != null && product.price() >= least && product.price() <= most;
        Map<String, List<String>> wanted = new HashMap<>();
        wanted.put("category", texts(filter.get("categories")));
        wanted.put("brand", texts(filter.get("brands")));
        if (filter.get("attributes") != null) {
            map(filter.get("attributes")).forEach((key, values) -> wanted.put(key, texts(values)));
        }
        return priced
                && (product.stockCounted() || !Boolean.TRUE.equals(filter.get("inStock")))
                && wanted.entrySet().stream()
                        .allMatch(entry -> entry.getValue().isEmpty()
                                || entry.getValue().stream()
                                        .anyMatch(
                                                value -> product.attributes().contains(entry.getKey() + "=" + value)));
    }

    private static List<String> texts(Object list) {
        return list == null
                ? List.of()
                : ((List<?>) list).stream().map(String.class::cast).toList();
    }

    /** Whether nothing at all speaks against showing a product to this shopper. */
    boolean couldBeShown(ShopTruth.Product product) {
        ShopTruth.Customer customer = truth.known(shopper());
        return product.sellable()
                && passes(product)
                && !seeds().contains(product.id())
                && !excluded().contains(product.id())
                && !truth.justBought(customer(), product.id())
                && truth.rulesAbout(product, "hide", "margin").isEmpty()
                && !customer.refused().contains(product.id())
                && !customer.everCarted().contains(product.id());
    }

    /** The same request with something put in or, for null, taken out. */
    Map<String, Object> with(String key, Object value) {
        Map<String, Object> changed = new HashMap<>(request);
        changed.remove(key);
        if (value != null) {
            changed.put(key, value);
        }
        return changed;
    }

    @Override
    public String toString() {
        return "shop " + shop + ", " + context + " " + request;
    }
}
