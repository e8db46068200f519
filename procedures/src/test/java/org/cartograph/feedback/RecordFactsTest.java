package org.cartograph.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.cartograph.fixture.Feedback.ago;
import static org.cartograph.fixture.Feedback.count;
import static org.cartograph.fixture.Feedback.event;
import static org.cartograph.fixture.Feedback.facts;
import static org.cartograph.fixture.Feedback.send;
import static org.cartograph.fixture.TestDatabase.rows;

import org.cartograph.fixture.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What events leave with the person who did it. */
class RecordFactsTest {
    @BeforeEach
    void open() {
        Feedback.open();
    }

    @Test
    void notesAViewWithItsVisit() {
        assertThat(send(event(
                        "view",
                        "productId",
                        "tea",
                        "customerId",
                        "ann",
                        "eventId",
                        "e1",
                        "sessionId",
                        "s1",
                        "at",
                        ago(5))))
                .containsExactly("accepted");

        assertThat(facts("ann", "VIEWED").get("tea"))
                .containsOnly(entry("at", ago(5)), entry("visitId", "s1"), entry("eventId", "e1"));
    }

    @Test
    void writesAnEventOnceHoweverOftenItComes() {
        var view = event("view", "productId", "tea", "customerId", "ann", "eventId", "e1");
        assertThat(send(view, view)).containsExactly("accepted", "duplicate");
        assertThat(send(view)).containsExactly("duplicate");

        assertThat(count("()-[v:VIEWED]->()")).isEqualTo(1);
    }

    @Test
    void keepsEventsOfTwoKindsWithOneIdApart() {
        assertThat(send(
                        event("view", "productId", "tea", "customerId", "ann", "eventId", "e1"),
                        event("add_to_cart", "productId", "tea", "customerId", "ann", "eventId", "e1"),
                        event("remove_from_cart", "productId", "tea", "customerId", "ann", "eventId", "e1")))
                .containsOnly("accepted");

        assertThat(count("(:Customer {id: 'ann'})-[:VIEWED|ADDED_TO_CART|REMOVED_FROM_CART {eventId: 'e1'}]->()"))
                .isEqualTo(3);
    }

    @Test
    void makesABrowserThatNobodyKnewAnAnonymousCustomer() {
        send(event("view", "productId", "tea", "visitorId", "v1", "eventId", "e1"));

        assertThat(rows("MATCH (c:Customer {id: 'v1'}) RETURN c.anonymous AS anonymous")
                        .get(0))
                .containsEntry("anonymous", true);
    }

    @Test
    void takesTheBrowserWhereTheShopDoesNotKnowTheCustomer() {
        assertThat(send(event("view", "productId", "tea", "customerId", "u9", "visitorId", "v1", "eventId", "e1")))
                .containsExactly("accepted");

        assertThat(facts("v1", "VIEWED")).containsOnlyKeys("tea");
        assertThat(count("(:Customer {id: 'u9'})")).isZero();
    }

    @Test
    void prefersTheCustomerToTheBrowser() {
        send(event("view", "productId", "tea", "customerId", "ann", "visitorId", "v1", "eventId", "e1"));

        assertThat(facts("ann", "VIEWED")).containsOnlyKeys("tea");
        assertThat(count("(:Customer {id: 'v1'})")).isZero();
    }

    @Test
    void foldsSearchesThatMeanTheSame() {
        send(
                event("search", "query", "  Rye   BREAD ", "customerId", "ann", "eventId", "e1"),
                event("search", "query", "rye bread", "customerId", "bob", "eventId", "e2"));

        assertThat(rows("MATCH (:Customer)-[:SEARCHED]->(s:Search) RETURN s.text AS text, count(*) AS times"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains(entry("text", "rye bread"), entry("times", 2L)));
    }

    @Test
    void cutsALongSearch() {
        send(event("search", "query", "b".repeat(500), "customerId", "ann", "eventId", "e1"));

        assertThat(facts("ann", "SEARCHED")).containsOnlyKeys("b".repeat(100));
    }

    @Test
    void notesOnceWhatSomebodyOwnsOrDoesNotWant() {
        var owns = event("owns", "productId", "teapot", "customerId", "ann", "at", ago(5));
        var dismiss = event("dismiss", "productId", "sled", "customerId", "ann");

        assertThat(send(owns, dismiss, owns, dismiss))
                .containsExactly("accepted", "accepted", "duplicate", "duplicate");
        assertThat(facts("ann", "OWNS").get("teapot")).containsOnly(entry("at", ago(5)));
        assertThat(facts("ann", "DISMISSED")).containsOnlyKeys("sled");
    }

    @Test
    void keepsTheNewestStarsAndOfTwoAtOneTimeTheMore() {
        assertThat(send(
                        event("rating", "productId", "tea", "customerId", "ann", "value", 2, "at", ago(9)),
                        event("rating", "productId", "tea", "customerId", "ann", "value", 5, "at", ago(20)),
                        event("rating", "productId", "tea", "customerId", "ann", "value", 3, "at", ago(9)),
                        event("rating", "productId", "tea", "customerId", "ann", "value", 3, "at", ago(9))))
                .containsExactly("accepted", "duplicate", "accepted", "duplicate");

        assertThat(facts("ann", "RATED").get("tea")).containsOnly(entry("stars", 3.0), entry("at", ago(9)));
    }
}
