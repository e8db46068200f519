package org.cartograph.service.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cartograph.service.RunningService;
import org.cartograph.service.RunningService.Response;
import org.cartograph.service.demo.ChildDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * From an answer over a click to an order and back, and to an experiment that shows nothing; by an address that lets the
 * server say who answers, as a cluster's would.
 */
final class ClosedLoopIT {

    private static final int VISITORS = 24;

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static RunningService service;

    @BeforeAll
    static void open() {
        database = ChildDatabase.shared();
        database.run(TeaShop.STATEMENTS);
        service = RunningService.startTwo(
                database.uri().replace("bolt:", "neo4j:"),
                folder,
                "--cartograph.token.key=the key that both services have, long enough",
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.recommendation.budget=10s",
                "--cartograph.writing.patience=60s");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static JsonNode page(String context, String visitor) {
        Response answer = service.recommend("{\"context\":\"" + context + "\",\"products\":[\"tea\"],\"visitorId\":\""
                + visitor + "\",\"explore\":false}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.degraded()).isFalse();
        return answer.body();
    }

    private static void accepted(String path, String item) {
        assertThat(service.post(path, item).body().toString())
                .isEqualTo("{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}");
    }

    @Test
    void owesAnOrderToTheAnswerThatLedToIt() {
        String token = page("cart", "eve").path("recommendationId").asString();
        String which = "\"recommendationId\":\"" + token + "\",\"visitorId\":\"eve\"";

        accepted("/v1/events", "{\"type\":\"impression\"," + which + "}");
        accepted("/v1/events", "{\"type\":\"click\",\"productId\":\"mug\"," + which + "}");
        accepted("/v1/orders", """
                {"orderId": "o100", "visitorId": "eve", "at": "%s", "currency": "EUR",
                 "lines": [{"productId": "tea", "quantity": 1, "unitPrice": 4}, {"productId": "mug", "quantity": 2, "unitPrice": 6}]}""".formatted(Instant.now()));

        assertThat(database.count("""
                MATCH (:Customer {id: 'eve'})-[:RECEIVED]->()-[shown:SHOWED {revenue: 12.0, currency: 'EUR', orderId: 'o100'}]
                      ->({id: 'mug'})
                WHERE shown.seenAt <= shown.clickedAt AND shown.clickedAt <= shown.boughtAt
                RETURN count(*)""")).isEqualTo(1);
        assertThat(database.count("""
                CALL cartograph.outcomes({context: 'cart'}) YIELD clicks, conversions, revenue
                WITH clicks, conversions, revenue WHERE clicks = 1 AND conversions = 1 AND revenue = 12.0
                RETURN count(*)""")).isEqualTo(1);
    }

    @Test
    void keepsWhoMetAnExperimentAlsoWhereNothingIsShown() throws InterruptedException {
        database.run(
                "CALL cartograph.experiment.create('worth', {contexts: ['product'], variants: [{name: 'boxes'}, "
                        + "{name: 'nothing', holdout: true}]})",
                "CALL cartograph.experiment.start('worth')");

        List<String> shown = new ArrayList<>();
        for (int visitor = 0; visitor < VISITORS; visitor++) {
            JsonNode answer = page("product", "w" + visitor);
            boolean empty = answer.path("placements")
                    .valueStream()
                    .allMatch(box -> box.path("items").isEmpty());
            assertThat(answer.path("variant").asString()).isEqualTo(empty ? "worth/nothing" : "worth/boxes");
            shown.add(answer.path("variant").asString());
            page("product", "w" + visitor);
        }

        assertThat(shown).contains("worth/nothing", "worth/boxes");
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (exposed("boxes") + exposed("nothing") < VISITORS) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(100);
        }
        assertThat(exposed("nothing"))
                .isEqualTo(shown.stream().filter("worth/nothing"::equals).count());
    }

    private static long exposed(String variant) {
        return database.count("MATCH (:Customer)-[met:EXPOSED {variant: '" + variant
                + "'}]->(:Experiment {name: 'worth'}) RETURN count(met)");
    }
}
