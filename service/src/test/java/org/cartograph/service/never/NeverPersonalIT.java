package org.cartograph.service.never;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.service.never.Storefront.ALL;
import static org.cartograph.service.never.Storefront.clicked;
import static org.cartograph.service.never.Storefront.event;
import static org.cartograph.service.never.Storefront.order;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who left or refused consent is never met again, whatever is sent and in whatever order. */
final class NeverPersonalIT {

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
    void aForgottenPersonNeverComesBackByAnOrderThatIsSentAgain() {
        shop.orders(
                order("o1", "zoe", "2026-03-02T08:00:00Z", "tea"), order("o2", null, "2026-03-02T08:00:00Z", "mug"));
        assertThat(shop.forget("zoe")).isEqualTo(204);
        assertThat(shop.forget("guest:o2")).isEqualTo(204);

        assertThat(shop.orders(order("o1", "zoe", "2026-03-02T08:00:00Z", "tea")))
                .isEqualTo(ALL.formatted(0, 1));
        assertThat(shop.orders(order("o1", "zoe", "2026-03-03T08:00:00Z", "mug")))
                .isEqualTo(ALL.formatted(0, 1));
        assertThat(shop.orders(
                        order("o2", null, "2026-03-03T08:00:00Z", "tea"),
                        order("o2", "zoe", "2026-03-04T08:00:00Z", "tea")))
                .isEqualTo(ALL.formatted(0, 2));

        assertThat(shop.count("(c:Customer) WHERE c.id IN ['zoe', 'guest:o2']")).isZero();
        assertThat(shop.count("(c:Customer)-[:PURCHASED]->() WHERE c.id STARTS WITH 'forgotten:'"))
                .isEqualTo(2);
        assertThat(shop.orders(order("o9", "zoe", "2026-03-05T08:00:00Z", "tea")))
                .isEqualTo(ALL.formatted(1, 0));
    }

    @Test
    void aForgottenPersonNeverComesBackByAnEventThatIsSentAgain() {
        shop.orders(order("o1", "zoe", "2026-03-02T08:00:00Z", "tea"));
        String token = shop.cart("zoe");
        String[] events = {
            event("view", "e1", "zoe", "\"productId\":\"mug\""),
            event("click", "e2", "zoe", clicked(token)),
            event("search", "e3", "zoe", "\"query\":\"mugs\"")
        };
        assertThat(shop.events(events)).isEqualTo(ALL.formatted(3, 0));
        shop.forget("zoe");

        assertThat(shop.post("/v1/events", "[" + String.join(",", events) + "]").path("rejected"))
                .hasSize(3);
        assertThat(shop.count("(c:Customer {id: 'zoe'})")).isZero();
        assertThat(shop.count("(:Recommendation)-[s:SHOWED]->() WHERE s.clickedAt IS NOT NULL"))
                .isOne();
        assertThat(shop.count("()-[:RECEIVED|VIEWED|SEARCHED]->()")).isZero();
    }

    @Test
    void nothingPersonalIsKeptOnceConsentIsRefused() {
        String token = shop.cart("bob");
        assertThat(shop.events(event("view", "e1", "bob", "\"productId\":\"mug\"")))
                .isEqualTo(ALL.formatted(1, 0));

        shop.service()
                .send(shop.service()
                        .request("/v1/customers/bob/preferences")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"consent\":false}")));

        assertThat(shop.post("/v1/events", event("view", "e2", "bob", "\"productId\":\"pot\""))
                        .path("rejected"))
                .hasSize(1);
        assertThat(shop.events(event("click", "e3", "bob", clicked(token)))).isEqualTo(ALL.formatted(1, 0));
        assertThat(shop.count("(:Customer {id: 'bob'})-[:VIEWED]->()")).isOne();
        assertThat(shop.count("()-[:RECEIVED]->()")).isZero();
    }
}
