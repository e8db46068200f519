package org.cartograph.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.Feedback.count;
import static org.cartograph.fixture.Feedback.event;
import static org.cartograph.fixture.Feedback.facts;
import static org.cartograph.fixture.Feedback.send;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anybody can say that their browser is called as a customer is. */
class BrowsersAreNoCustomersTest {
    @BeforeEach
    void open() {
        Feedback.open();
    }

    private static List<Map<String, Object>> leftBehind(String shopper) {
        return rows("CALL cartograph.recommend('abandoned-cart', {" + shopper + ", limit: 3}) YIELD productId, score, "
                + "reasons RETURN productId, score, reasons");
    }

    @Test
    void writesNothingToTheCustomer() {
        assertThat(send(
                        event("view", "productId", "tea", "visitorId", "ann", "eventId", "e1"),
                        event("dismiss", "productId", "tea", "visitorId", "ann", "eventId", "e2"),
                        event("owns", "productId", "tea", "visitorId", "ann", "eventId", "e3")))
                .containsOnly("accepted");

        assertThat(count("(:Customer {id: 'ann'})-[:VIEWED|DISMISSED|OWNS]->()"))
                .isZero();
        assertThat(facts("browser:ann", "VIEWED")).containsOnlyKeys("tea");
        assertThat(count("(:Customer {id: 'browser:ann', anonymous: true})")).isOne();
    }

    @Test
    void showsNothingOfTheCustomer() {
        List<Map<String, Object>> nobodys = leftBehind("visitorId: 'somebody'");
        send(event("add_to_cart", "productId", "tea", "customerId", "ann", "eventId", "e1"));

        assertThat(leftBehind("visitorId: 'ann'")).isEqualTo(nobodys);
        assertThat(leftBehind("customerId: 'ann'")).isNotEqualTo(nobodys);
    }

    @Test
    void stillKnowsWhatTheBrowserDid() {
        List<Map<String, Object>> nobodys = leftBehind("visitorId: 'somebody'");

        send(event("add_to_cart", "productId", "tea", "visitorId", "ann", "eventId", "e1"));

        assertThat(leftBehind("visitorId: 'ann'")).isNotEqualTo(nobodys);
        assertThat(leftBehind("customerId: 'ann'")).isEqualTo(nobodys);
    }

    @Test
    void takesNoGuestForABrowser() {
        rows("CREATE (:Customer {id: 'guest:o1', anonymous: true})");

        send(event("view", "productId", "tea", "visitorId", "guest:o1", "eventId", "e1"));

        assertThat(count("(:Customer {id: 'guest:o1'})-[:VIEWED]->()")).isZero();
        assertThat(facts("browser:guest:o1", "VIEWED")).containsOnlyKeys("tea");
    }

    @Test
    void takesNothingBackFromTheCustomer() {
        CornerShop.buy("ann", "o77", 1, "tea");

        assertThat(send(event("refund", "productId", "tea", "visitorId", "ann", "orderId", "o77", "eventId", "e1")))
                .singleElement()
                .asString()
                .startsWith("`orderId` must be an order of this customer");

        assertThat(count("(:Customer {id: 'ann'})-[:RETURNED]->()")).isZero();
    }

    @Test
    void keepsNothingUnderAnotherIdOfSomebodyWhoRefused() {
        rows("MATCH (c:Customer {id: 'ann'}) SET c.consent = false");

        assertThat(send(event("view", "productId", "tea", "visitorId", "ann", "eventId", "e1")))
                .containsExactly("`customerId` and `visitorId` must not be those of a customer who refused consent.");

        assertThat(count("(:Customer)-[:VIEWED]->()")).isZero();
        assertThat(count("(:Customer {id: 'browser:ann'})")).isZero();
    }
}
