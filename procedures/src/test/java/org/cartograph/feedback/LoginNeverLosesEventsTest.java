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
import org.cartograph.fixture.Dice;
import org.cartograph.fixture.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.TransientFailureException;

/** A login at any moment keeps what the browser did, once. */
class LoginNeverLosesEventsTest {
    private static final List<String> PRODUCTS = List.of("butter", "jam", "milk");

    @BeforeEach
    void open() {
        Feedback.open();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whenItHappensInTheMiddleOfAStream(long seed) {
        List<Map<String, Object>> stream = stream(seed);
        sendAll(stream);
        merge();
        List<Map<String, Object>> expected = graph();
        Feedback.open();

        int middle = new Dice(seed + 100).roll(stream.size());
        sendAll(stream.subList(0, middle));
        merge();
        sendAll(stream.subList(middle, stream.size()));
        merge();

        assertThat(graph()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void whenEverythingIsSentAgainAfterIt(long seed) {
        List<Map<String, Object>> stream = stream(seed);
        sendAll(stream);
        merge();
        List<Map<String, Object>> once = graph();

        sendAll(stream);
        merge();

        assertThat(graph()).isEqualTo(once);
    }

    @Test
    void whenItHappensWhileEventsAreWritten() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                Feedback.open();
                send(view(0));
                Future<List<String>> viewing = callers.submit(() -> IntStream.range(1, 40)
                        .mapToObj(number -> sent(view(number)))
                        .toList());
                Future<?> login = callers.submit(LoginNeverLosesEventsTest::merge);

                assertThat(viewing.get()).containsOnly("accepted");
                login.get();
                assertThat(count("()-[v:VIEWED]->()")).isEqualTo(40);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void andCountsAClickOnASharedAnswerOnce() {
        List<Map<String, Object>> shared = List.of(answer("a1", "shared", true));
        Map<String, Object> click = outcome("click", "visitorId", "v1", "productId", "butter", "at", ago(30));
        send(shared, List.of(click));
        merge();

        assertThat(send(shared, List.of(click))).containsExactly("duplicate");
        click.put("customerId", "ann");
        assertThat(send(shared, List.of(click))).containsExactly("duplicate");
        assertThat(count("(:Recommendation)-[s:SHOWED]->() WHERE s.clickedAt IS NOT NULL"))
                .isEqualTo(1);
    }

    private static Map<String, Object> view(int number) {
        return event("view", "visitorId", "v1", "productId", "jam", "eventId", "e" + number);
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

    private static List<Map<String, Object>> stream(long seed) {
        Dice dice = new Dice(seed);
        return IntStream.range(0, 30)
                .mapToObj(number -> happening(dice, "e" + number))
                .toList();
    }

    private static Map<String, Object> happening(Dice dice, String id) {
        Object[] what = {
            "visitorId",
            "v1",
            "productId",
            dice.any(PRODUCTS),
            "eventId",
            id,
            "at",
            ago(1 + dice.roll(50)).minusNanos(1_000_000L * dice.roll(1_000))
        };
        return switch (dice.roll(8)) {
            case 0 -> event("view", what);
            case 1 -> event("remove_from_cart", what);
            case 2 -> event("owns", what);
            case 3 -> rating(what, dice.roll(6));
            case 4 -> outcome("impression", what);
            case 5 -> outcome("click", what);
            case 6 -> outcome("add_to_cart", what);
            default -> outcome("dismiss", what);
        };
    }

    private static Map<String, Object> rating(Object[] what, int stars) {
        Map<String, Object> rating = event("rating", what);
        rating.put("value", stars);
        return rating;
    }

    private static void sendAll(List<Map<String, Object>> stream) {
        send(List.of(answer("a1")), new ArrayList<>(stream));
    }

    private static Object merge() {
        return rows("CALL cartograph.customer.merge('v1', 'ann')");
    }

    private static List<Map<String, Object>> graph() {
        return rows("""
                MATCH (from)-[edge]->(to)
                WHERE NOT type(edge) IN ['PURCHASED', 'HAS']
                WITH coalesce(from.id, '') AS source, type(edge) AS type, coalesce(to.id, '') AS target, properties(edge) AS properties
                RETURN source, type, target, properties
                ORDER BY source, type, target, toString(properties.at), properties.eventId, properties.placement""");
    }
}
