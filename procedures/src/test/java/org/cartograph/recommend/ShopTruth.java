package org.cartograph.recommend;

import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.fixture.RandomShop;

/**
 * What is true of a shop at this moment, asked of the graph in plain Cypher: nothing here knows how recommendations come
 * about.
 */
record ShopTruth(Map<String, Product> products, Map<String, Customer> customers, List<Map<String, Object>> rules) {
    /**
     * A product.
     *
     * @param attributes as {@code key=value}; with its categories, those above them
     * @param categories its own only
     */
    record Product(
            String id,
            Double price,
            boolean stockCounted,
            boolean sellable,
            double repeatShare,
            double repeatGapDays,
            List<String> attributes,
            List<String> categories) {}

    /**
     * A customer.
     *
     * @param daysAgo by product, when it was bought
     * @param refused dismissed or owned
     * @param cart put into the cart within a day, and neither taken out nor bought since
     * @param everCarted put into the cart at any time, and may still be there
     */
    record Customer(
            boolean consents,
            Map<String, List<Double>> daysAgo,
            Set<String> refused,
            Set<String> cart,
            Set<String> everCarted) {}

    private static final Customer STRANGER = new Customer(false, Map.of(), Set.of(), Set.of(), Set.of());

    private static final String PRODUCTS = """
            MATCH (p:Product)
            RETURN p.id AS id, toFloat(p.price) AS price, p.stock IS NOT NULL AS stockCounted,
                   coalesce(p.active, true) AND coalesce(p.stock > 0, true)
                     AND coalesce(p.availableFrom <= datetime(), true)
                     AND coalesce(p.availableUntil >= datetime(), true) AS sellable,
                   coalesce(p.repeatShare, 0.0) AS repeatShare, coalesce(p.repeatGapDays, 0.0) AS repeatGapDays,
                   [(p)-[:HAS]->(a) | a.key + '=' + a.value]
                     + [(p)-[:HAS]->(:Category)-[:CHILD_OF*]->(c) | 'category=' + c.value] AS attributes,
                   [(p)-[:HAS]->(c:Category) | c.value] AS categories""";

    private static final String CUSTOMERS = """
            MATCH (c:Customer)
            RETURN c.id AS id, coalesce(c.consent, true) AS consents,
                   [(c)-[:DISMISSED|OWNS]->(p) | p.id] AS refused,
                   [(c)-[b:PURCHASED]->(p) | [p.id, duration.inSeconds(b.at, datetime()).seconds / 86400.0]] AS bought,
                   [(c)-[:ADDED_TO_CART]->(p) | p.id] AS everCarted,
                   [(c)-[a:ADDED_TO_CART]->(p) WHERE a.at > datetime() - duration('P1D')
                      AND NOT EXISTS { (c)-[r:REMOVED_FROM_CART]->(p) WHERE r.at >= a.at }
                      AND NOT EXISTS { (c)-[b:PURCHASED]->(p) WHERE b.at >= a.at } | p.id] AS cart""";

    /** Asks. */
    static ShopTruth of(RandomShop shop) {
        Map<String, Product> products = new HashMap<>();
        for (Map<String, Object> row : rows(PRODUCTS)) {
            Product product = new Product(
                    (String) row.get("id"),
                    (Double) row.get("price"),
                    (Boolean) row.get("stockCounted"),
                    (Boolean) row.get("sellable"),
                    (Double) row.get("repeatShare"),
                    (Double) row.get("repeatGapDays"),
                    texts(row.get("attributes")),
                    texts(row.get("categories")));
            products.put(product.id(), product);
        }
        Map<String, Customer> customers = new HashMap<>();
        for (Map<String, Object> row : rows(CUSTOMERS)) {
            Map<String, List<Double>> daysAgo = new HashMap<>();
            for (Object pair : (List<?>) row.get("bought")) {
                List<?> bought = (List<?>) pair;
                daysAgo.computeIfAbsent((String) bought.get(0), key -> new ArrayList<>())
                        .add((Double) bought.get(1));
            }
            customers.put(
                    (String) row.get("id"),
                    new Customer(
                            (Boolean) row.get("consents"),
                            daysAgo,
                            new HashSet<>(texts(row.get("refused"))),
                            new HashSet<>(texts(row.get("cart"))),
                            new HashSet<>(texts(row.get("everCarted")))));
        }
        return new ShopTruth(products, customers, shop.rules());
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    /** A customer who agreed; for anybody else somebody of whom nothing is known. */
    Customer known(Object customerId) {
        Customer customer = customers.getOrDefault(customerId == null ? "" : (String) customerId, STRANGER);
        return customer.consents() ? customer : STRANGER;
    }

    /** Rules with one of these actions that are about a product, wherever they act. */
    List<Map<String, Object>> rulesAbout(Product product, String... actions) {
        return rules.stream()
                .filter(rule -> List.of(actions).contains(rule.get("action")))
                .filter(rule -> texts(rule.getOrDefault("products", List.of())).contains(product.id())
                        || has(product, "category=", rule.get("categories"))
                        || has(product, "brand=", rule.get("brands")))
                .toList();
    }

    private static boolean has(Product product, String key, Object values) {
        return values != null
                && texts(values).stream().anyMatch(value -> product.attributes().contains(key + value));
    }

    /** Whether a customer bought a product within the last 30 days. */
    boolean justBought(Object customerId, String product) {
        return sinceLast(customerId, product) <= 30;
    }

    /**
     * Whether it may be time to buy a product again: most customers come back for it and half of their usual gap is over,
     * or half of the shortest time within which this customer ever came back.
     */
    boolean mayBeDue(Object customerId, String product) {
        double since = sinceLast(customerId, product);
        Product facts = products.get(product);
        return facts.repeatShare() >= 0.2 && since >= 0.5 * facts.repeatGapDays()
                || since >= 0.5 * ownShortestGap(customerId, product);
    }

    private double sinceLast(Object customerId, String product) {
        return known(customerId).daysAgo().getOrDefault(product, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The customer's shortest gap between two purchases of it, or the mean, where orders of one moment make it shorter. */
    private double ownShortestGap(Object customerId, String product) {
        List<Double> days = known(customerId).daysAgo().getOrDefault(product, List.of()).stream()
                .sorted()
                .toList();
        double shortest = Double.POSITIVE_INFINITY;
        for (int at = 1; at < days.size(); at++) {
            double gap = days.get(at) - days.get(at - 1);
            shortest = Math.min(shortest, gap == 0 ? shortest : gap);
        }
        return days.size() < 2
                ? shortest
                : Math.min(shortest, (days.get(days.size() - 1) - days.get(0)) / (days.size() - 1));
    }
}
