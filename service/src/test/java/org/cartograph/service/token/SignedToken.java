package org.cartograph.service.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cartograph.service.token.RecommendationToken.Item;

/** Tokens as a service of another key or another time would give them out: a cart with tea and a box that showed a mug. */
public final class SignedToken {

    private SignedToken() {}

    public static String of(String key, Instant at) {
        return of(key, at, "mug");
    }

    public static String of(String key, Instant at, String productId) {
        Item item = new Item("complete-the-basket", productId, 1, 1, 1, "BOUGHT_TOGETHER", "tea");
        RecommendationToken token = new RecommendationToken(
                UUID.randomUUID(), at, "cart", List.of(), null, false, false, false, List.of(item));
        return new Tokens(new TokenSettings(key, null, Duration.ofDays(30))).sign(token);
    }
}
