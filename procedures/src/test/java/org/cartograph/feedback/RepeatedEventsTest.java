package org.cartograph.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.Feedback.ago;
import static org.cartograph.fixture.Feedback.answer;
import static org.cartograph.fixture.Feedback.event;
import static org.cartograph.fixture.Feedback.outcome;
import static org.cartograph.fixture.Feedback.send;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cartograph.fixture.Dice;
import org.cartograph.fixture.Feedback;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransientFailureException;

/**
 * Whatever is sent again, in whatever order and by however many, the graph is the same.
 *
 * <p>Two kinds of events depend on what came before them by nature and are told elsewhere: a purchase that names no
 * recommendation, and a refund.
 */
class RepeatedEventsTest {
    private static final List<Map<String, Object>> ANSWERS = IntStream.range(0, 6)
            .mapToObj(number -> answer("a" + number, "shared", number % 2 == 0))
            .toList();
    private static final List<String> OF_AN_ANSWER = List.of("butter", "jam", "milk");
    private static final List<String> PEOPLE = List.of("ann", "bob", "cat");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void repetitionAndOrderChangeNothing(long seed) {
        List<Map<String, Object>> stream = events(seed, 60);
        Feedback.open();
        send(ANSWERS, stream);
        List<Map<String, Object>> once = graph();

        List<Map<String, Object>> again = new ArrayList<>(stream);
        again.addAll(stream.subList(0, 40));
        Collections.shuffle(again, new Random(seed));
        Feedback.open();
        for (int from = 0; from < again.size(); from += 7) {
            send(ANSWERS, again.subList(from, Math.min(from + 7, again.size())));
        }

        assertThat(graph()).isEqualTo(once);
    }

    @Test
    void everythingSentASecondTimeIsADuplicate() {
        List<Map<String, Object>> stream = events(9, 60);
        Feedback.open();
        send(ANSWERS, stream);

        assertThat(send(ANSWERS, stream)).containsOnly("duplicate");
    }

    @Test
    void twoWritersOfTheSameEventsCountEachOnce() throws Exception {
        List<List<Map<String, Object>>> groups = IntStream.range(0, 12)
                .mapToObj(group -> events(100 + group, 40))
                .toList();
        Feedback.open();
        groups.forEach(group -> send(ANSWERS, group));
        List<Map<String, Object>> once = graph();
        Feedback.open();

        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            Callable<List<String>> writing =
                    () -> groups.stream().flatMap(group -> sent(group).stream()).toList();
            List<String> verdicts = new ArrayList<>();
            for (Future<List<String>> writer : writers.invokeAll(List.of(writing, writing))) {
                verdicts.addAll(writer.get());
            }

            assertThat(graph()).isEqualTo(once);
            assertThat(verdicts).hasSize(2 * 12 * 40).containsOnly("accepted", "duplicate");
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void anIdThatAnotherShopperUsesAtTheSameMomentSpoilsNoOtherEvent() throws Exception {
        Feedback.open();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Transaction first = TestDatabase.begin()) {
            first.execute("CALL cartograph.feedback.record([{type: 'view', productId: 'tea', customerId: 'ann', "
                            + "eventId: 'e1'}])")
                    .resultAsString();
            Future<List<String>> second = other.submit(() -> send(
                    event("view", "productId", "tea", "customerId", "bob", "eventId", "e1"),
                    event("view", "productId", "jam", "customerId", "bob", "eventId", "e2")));
            // Long enough that the second waits for the first; were it faster, it would find the event instead.
            Thread.sleep(500);
            first.commit();

            assertThat(second.get()).containsExactly("duplicate", "accepted");
        } finally {
            other.shutdownNow();
        }
        assertThat(Feedback.facts("bob", "VIEWED")).containsOnlyKeys("jam");
    }

    /** As the service does: once more after a passing failure. */
    private static List<String> sent(List<Map<String, Object>> group) {
        for (int tried = 1; ; tried++) {
            try {
                return send(ANSWERS, group);
            } catch (TransientFailureException passing) {
                if (tried == 10) {
                    throw passing;
                }
            }
        }
    }

    private static List<Map<String, Object>> events(long seed, int size) {
        Dice dice = new Dice(seed);
        return IntStream.range(0, size)
                .mapToObj(number -> happening(dice, seed + "-" + number))
                .toList();
    }

    private static Map<String, Object> happening(Dice dice, String id) {
        int answer = dice.roll(6);
        // An answer that is not shared has one reader.
        String person = answer % 2 == 0 ? dice.any(PEOPLE) : PEOPLE.get(answer / 2);
        String product = dice.any(OF_AN_ANSWER);
        Object[] outcome = {
            "recommendationId",
            "a" + answer,
            "customerId",
            person,
            "productId",
            product,
            "eventId",
            id,
            "at",
            ago(1 + dice.roll(50)).minusNanos(1_000_000L * dice.roll(1_000))
        };
        Object[] fact = {"customerId", person, "productId", product, "eventId", id, "at", outcome[9]};
        return switch (dice.roll(9)) {
            case 0 -> outcome("impression", outcome);
            case 1 -> outcome("click", outcome);
            case 2 -> outcome("add_to_cart", outcome);
            case 3 -> outcome("dismiss", outcome);
            case 4 -> event("view", fact);
            case 5 -> event("remove_from_cart", fact);
            case 6 -> event("owns", fact);
            case 7 -> rating(fact, dice.roll(6));
            default -> event("search", "customerId", person, "query", product, "eventId", id, "at", outcome[9]);
        };
    }

    private static Map<String, Object> rating(Object[] fact, int stars) {
        Map<String, Object> rating = event("rating", fact);
        rating.put("value", stars);
        return rating;
    }

    private static List<Map<String, Object>> graph() {
        return rows("""
                MATCH (from)-[edge]->(to)
                WHERE type(edge) <> 'PURCHASED' AND type(edge) <> 'HAS'
                WITH labels(from) AS labels, coalesce(from.id, from.text) AS source, type(edge) AS type,
                     coalesce(to.id, to.text, '') AS target, properties(edge) AS properties
                RETURN labels, source, type, target, properties
                ORDER BY source, type, target, toString(properties.at), properties.eventId, properties.placement""");
    }
}
