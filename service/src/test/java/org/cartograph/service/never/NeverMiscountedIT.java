package org.cartograph.service.never;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.service.never.Storefront.ALL;
import static org.cartograph.service.never.Storefront.clicked;
import static org.cartograph.service.never.Storefront.event;
import static org.cartograph.service.never.Storefront.order;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.cartograph.service.RunningService.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What counts is never lost, mixed up or counted twice, whatever is sent and in whatever order. */
final class NeverMiscountedIT {

    @TempDir
    private static Path folder;

    private static Storefront shop;

    @BeforeAll
    static void open() {
        shop = new Storefront(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void beginAgain() {
        shop.beginAgain();
    }

    @Test
    void anOrderThatChangedNeverKeepsWhatItCountedFor() {
        shop.orders(order("o1", "zoe", "2026-03-02T08:00:00Z", "tea"));
        shop.events(event("click", "e1", "zoe", clicked(shop.cart("zoe"))));
        String now = Instant.now().toString();
        String later = Instant.now().plusSeconds(1).toString();
        String last = Instant.now().plusSeconds(2).toString();

        shop.orders(order("o5", "zoe", now, now, "mug", "\"completed\""));
        assertThat(revenue()).isEqualTo(600);
        assertThat(shop.events(event("refund", "e2", "zoe", "\"orderId\":\"o5\",\"productId\":\"mug\"")))
                .isEqualTo(ALL.formatted(1, 0));
        assertThat(shop.database().count("MATCH ()-[s:SHOWED]->() RETURN toInteger(100 * sum(s.refunded))"))
                .isEqualTo(600);

        shop.orders(order("o5", "zoe", now, later, "pot", "\"completed\""));
        assertThat(revenue()).isZero();
        shop.orders(order("o5", "zoe", now, now, "mug", "\"completed\""));
        assertThat(revenue()).isZero();
        shop.orders(order("o5", "zoe", now, last, "mug", "\"cancelled\""));
        assertThat(revenue()).isZero();
        assertThat(shop.database().count("MATCH (r:Recommendation) RETURN toInteger(sum(coalesce(r.haloOrders, 0)))"))
                .isZero();
    }

    @Test
    void aCachedAnswerNeverMixesTwoVisitorsAndNeverCountsOneTwice() {
        String token = shop.service()
                .get("/v1/recommendations/cart?product=tea")
                .body()
                .path("recommendationId")
                .asString();
        String one = visitorClick("e1", "v1", token);
        String other = visitorClick("e2", "v2", token);

        assertThat(shop.events(one, other)).isEqualTo(ALL.formatted(2, 0));
        assertThat(shop.events(other, one, visitorClick("e3", "v1", token))).isEqualTo(ALL.formatted(0, 3));
        assertThat(shop.post("/v1/customers/zoe/merge", "{\"visitorId\":\"v1\"}")
                        .path("known")
                        .asBoolean())
                .isTrue();
        assertThat(shop.events(one.replace("\"visitorId\"", "\"customerId\":\"zoe\",\"visitorId\"")))
                .isEqualTo(ALL.formatted(0, 1));

        assertThat(shop.count("(:Recommendation)-[s:SHOWED]->() WHERE s.clickedAt IS NOT NULL"))
                .isEqualTo(2);
        assertThat(shop.count("(:Customer)-[:RECEIVED]->(:Recommendation)")).isEqualTo(2);
    }

    @Test
    void aForgedTokenNeverCountsAndNeverSpoilsTheRest() {
        String token = shop.cart("bob");
        int middle = token.length() / 2;
        String forged =
                token.substring(0, middle) + (token.charAt(middle) == 'A' ? 'B' : 'A') + token.substring(middle + 1);

        JsonNode answer = shop.post(
                "/v1/events",
                "[" + event("click", "e1", "bob", clicked(forged)) + "," + event("click", "e2", "bob", clicked(token))
                        + "]");

        assertThat(answer.path("accepted").asInt()).isOne();
        assertThat(answer.path("rejected")).hasSize(1);
        assertThat(answer.path("rejected").path(0).path("index").asInt()).isZero();
        assertThat(shop.count("(:Recommendation)")).isOne();
    }

    @Test
    void aHoldOutNeverLosesItsDenominatorAndNobodyChangesSides() {
        shop.database()
                .run(
                        "CALL cartograph.experiment.create('never', {variants: [{name: 'shown'}, {name: 'held', holdout: true}]})",
                        "CALL cartograph.experiment.start('never')");
        List<String> held = new ArrayList<>();
        for (int visitor = 0; visitor < 20; visitor++) {
            if (isHeld(visitorCart("v" + visitor))) {
                held.add("v" + visitor);
            }
        }
        assertThat(held).isNotEmpty().hasSizeLessThan(20);
        await(() -> shop.count("(:Customer)-[:EXPOSED]->(:Experiment)") == 20);

        // Who the others are is drawn anew for a customer, unless the login keeps what the browser met.
        for (int visitor = 0; visitor < 20; visitor++) {
            shop.post("/v1/customers/c" + visitor + "/merge", "{\"visitorId\":\"v" + visitor + "\"}");
            Response answer = shop.service()
                    .recommend(
                            "{\"context\":\"cart\",\"products\":[{\"productId\":\"tea\"}],\"budgetMs\":5000,\"customerId\":\"c"
                                    + visitor + "\"}");
            assertThat(isHeld(answer)).as("customer c%d", visitor).isEqualTo(held.contains("v" + visitor));
        }
        shop.forget("c0");

        assertThat(shop.count("(:Customer)-[:EXPOSED]->(:Experiment)")).isEqualTo(20);
        assertThat(shop.count("(:Customer)-[e:EXPOSED]->() WHERE e.variant = 'held'"))
                .isEqualTo(held.size());
        assertThat(shop.count("(:Customer)-[e:EXPOSED]->() WHERE e.unit IN ['v0', 'c0']"))
                .isZero();
    }

    private static boolean isHeld(Response answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.degraded()).isFalse();
        return answer.body().path("variant").asString().equals("never/held");
    }

    private static Response visitorCart(String visitor) {
        return shop.service()
                .recommend(
                        "{\"context\":\"cart\",\"products\":[{\"productId\":\"tea\"}],\"budgetMs\":5000,\"visitorId\":\""
                                + visitor + "\"}");
    }

    private static String visitorClick(String id, String visitor, String token) {
        return "{\"type\":\"click\",\"eventId\":\"" + id + "\",\"visitorId\":\"" + visitor + "\"," + clicked(token)
                + "}";
    }

    private static long revenue() {
        return shop.database().count("MATCH ()-[s:SHOWED]->() RETURN toInteger(100 * sum(coalesce(s.revenue, 0.0)))");
    }

    private static void await(BooleanSupplier wanted) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!wanted.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
