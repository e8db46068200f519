package org.cartograph.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.Feedback.ago;
import static org.cartograph.fixture.Feedback.answer;
import static org.cartograph.fixture.Feedback.count;
import static org.cartograph.fixture.Feedback.event;
import static org.cartograph.fixture.Feedback.outcome;
import static org.cartograph.fixture.Feedback.send;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartograph.fixture.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.TransientFailureException;

/** Whoever was erased does not come back by what a storefront sends late or again. */
class ForgottenShopperNeverComesBackTest {
    private static final Object[] OF_ANN = {"customerId", "ann", "productId", "butter", "at", ago(30)};

    @BeforeEach
    void open() {
        Feedback.open();
    }

    @Test
    void byAnEventThatIsSentAgain() {
        assertThat(send(everything())).containsOnly("accepted");
        forget("ann");

        assertThat(send(everything()))
                .allSatisfy(
                        verdict -> assertThat(verdict).startsWith("`customerId` must be a customer the shop knows"));
        assertThat(count("(c:Customer {id: 'ann'})")).isZero();
        assertThat(count("()-[:VIEWED|ADDED_TO_CART|SEARCHED|OWNS|DISMISSED|RATED|RECEIVED]->()"))
                .isZero();
    }

    @Test
    void byAnEventOfTheirBrowser() {
        send(everything());
        forget("ann");

        send(Stream.of(everything()).map(sent -> with(sent, "visitorId", "v1")).toArray(Map<?, ?>[]::new));

        assertThat(count("(c:Customer {id: 'ann'})")).isZero();
        assertThat(count("(:Customer {id: 'v1', anonymous: true})-[:VIEWED]->()"))
                .isEqualTo(1);
    }

    @Test
    void byARefundOfTheirOrder() {
        forget("ann");

        assertThat(send(event("refund", "customerId", "ann", "orderId", "o1", "productId", "butter", "eventId", "e9")))
                .singleElement()
                .asString()
                .isNotEqualTo("accepted");
        assertThat(count("()-[:RETURNED]->()")).isZero();
    }

    @Test
    void byTheSameSharedAnswer() {
        Map<String, Object> shared = answer("a1", "shared", true);
        send(List.of(shared), List.of(outcome("click", OF_ANN)));
        String id = sharedId();
        forget("ann");

        assertThat(sharedId()).isNotEqualTo(id).doesNotContain("~");
        assertThat(count("(:Recommendation)-[s:SHOWED]->() WHERE s.clickedAt IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void whileTheyGoOnClicking() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                Feedback.open();
                int first = 1_000 * round;
                Future<List<String>> clicking = callers.submit(() -> IntStream.range(first, first + 40)
                        .mapToObj(number -> sent(view(number)))
                        .toList());
                Future<?> leaving = callers.submit(() -> forget("ann"));

                assertThat(clicking.get()).allMatch(said -> said.equals("accepted") || said.startsWith("`customerId`"));
                leaving.get();
                assertThat(count("(c:Customer {id: 'ann'})")).isZero();
                assertThat(count("()-[:VIEWED]->()")).isZero();
                assertThat(count("(:Leaving)")).isZero();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static Map<String, Object> view(int number) {
        return event("view", "customerId", "ann", "productId", "jam", "eventId", "e" + number);
    }

    private static String sent(Map<String, Object> event) {
        for (int tried = 1; ; tried++) {
            try {
                return send(event).get(0);
            } catch (TransientFailureException passing) {
                if (tried == 10) {
                    throw passing;
                }
            }
        }
    }

    private static Map<?, ?>[] everything() {
        List<Map<String, Object>> events = new ArrayList<>();
        events.add(with(event("view", OF_ANN), "eventId", "e1"));
        events.add(with(event("remove_from_cart", OF_ANN), "eventId", "e2"));
        events.add(event("search", "customerId", "ann", "query", "butter", "eventId", "e3"));
        events.add(with(event("rating", OF_ANN), "value", 4));
        events.add(event("owns", OF_ANN));
        for (String type : List.of("impression", "click", "add_to_cart", "dismiss", "purchase")) {
            events.add(with(outcome(type, OF_ANN), "eventId", "e-" + type));
        }
        return events.toArray(Map<?, ?>[]::new);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> with(Map<?, ?> event, String key, Object value) {
        ((Map<String, Object>) event).put(key, value);
        return (Map<String, Object>) event;
    }

    private static String sharedId() {
        return (String)
                rows("MATCH (r:Recommendation) RETURN r.id AS id").get(0).get("id");
    }

    private static Object forget(String id) {
        return rows("CALL cartograph.customer.forget($id)", Map.of("id", id));
    }
}
