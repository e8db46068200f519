package org.cartograph.service.demo;

import java.util.List;
import java.util.Map;
import org.cartograph.service.recommendation.ShopAnswer;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/**
 * Asks a server that has just started until it answers quickly: its first answers compile and load for hundreds of
 * milliseconds, and a storefront's would all come too late. It is the very statement of the requests that is asked,
 * because the server keeps its plan by the text.
 */
final class WarmUp {

    private static final int ROUNDS = 20;

    private static final String BESTSELLERS = "CALL cartograph.recommend('home', {limit: 5}) YIELD productId";

    private WarmUp() {}

    /** Asks for each page, from the shop's bestsellers. */
    static void of(Driver driver) {
        try (Session session = driver.session(
                SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build())) {
            List<String> products =
                    session.run(BESTSELLERS).list(row -> row.get("productId").asString());
            Map<String, Object> request = Map.of("products", products);
            for (int round = 0; round < ROUNDS; round++) {
                for (String context : List.of("product", "cart", "post-purchase", "home")) {
                    session.run(ShopAnswer.CALL, Map.of("context", context, "request", request))
                            .consume();
                }
            }
        }
    }
}
