package org.cartograph.service.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.cartograph.service.RunningService;
import org.cartograph.service.RunningService.Response;
import org.cartograph.service.demo.ChildDatabase;
import org.cartograph.service.token.SignedToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events before a real database with the {@link TeaShop}. */
final class EventsIT {

    private static final String KEY = "the key of the shop, long enough for it";
    private static final String PREVIOUS_KEY = "the key before it, also long enough for it";

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static RunningService service;

    @BeforeAll
    static void open() {
        database = ChildDatabase.shared();
        database.run(TeaShop.STATEMENTS);
        service = RunningService.startTwo(
                database.uri(),
                folder,
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.recommendation.budget=10s",
                "--cartograph.writing.patience=60s",
                "--cartograph.token.key=" + KEY,
                "--cartograph.token.previous-key=" + PREVIOUS_KEY);
    }

    @AfterAll
    static void close() {
        service.close();
    }

    /** An answer that a page would get now: a cart with tea, offered a mug first. */
    private static String token() {
        return service.recommend("{\"context\":\"cart\",\"products\":[\"tea\"],\"explore\":false}")
                .body()
                .path("recommendationId")
                .asString();
    }

    private static String event(String type, String fields) {
        return "{\"eventId\":\"" + UUID.randomUUID() + "\",\"type\":\"" + type + "\"" + fields + "}";
    }

    private static String outcome(String type, String token, String visitor) {
        return event(
                type,
                ",\"productId\":\"mug\",\"recommendationId\":\"" + token + "\",\"visitorId\":\"" + visitor + "\"");
    }

    private static String visitor() {
        return "v-" + UUID.randomUUID();
    }

    private static String report(String... events) {
        Response answer = service.post("/v1/events", "[" + String.join(",", events) + "]");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().toString();
    }

    private static String reason(String event) {
        Response answer = service.post("/v1/events", event);
        assertThat(answer.body().path("accepted").asInt()).isZero();
        return answer.body().path("rejected").path(0).path("reason").asString();
    }

    private static final String ACCEPTED = "{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}";
    private static final String DUPLICATE = "{\"accepted\":0,\"duplicates\":1,\"rejected\":[]}";

    @Test
    void keepsWhatBecameOfAnAnswer() {
        String visitor = visitor();
        String token = token();

        assertThat(report(outcome("impression", token, visitor), outcome("click", token, visitor)))
                .isEqualTo("{\"accepted\":2,\"duplicates\":0,\"rejected\":[]}");

        assertThat(database.count("""
                MATCH (:Customer {id: '%s', anonymous: true})-[:RECEIVED]->(r:Recommendation {context: 'cart'})
                      -[shown:SHOWED {placement: 'complete-the-basket', rank: 1, usualRank: 1, via: 'tea'}]->({id: 'mug'})
                WHERE shown.seenAt IS NOT NULL AND shown.clickedAt IS NOT NULL AND r.modelBuiltAt IS NOT NULL
                RETURN count(*)""".formatted(visitor))).isEqualTo(1);
    }

    @Test
    void countsWhatIsSentAgainAsDuplicate() {
        String click = outcome("click", token(), visitor());
        String view = event("view", ",\"productId\":\"pot\",\"visitorId\":\"" + visitor() + "\"");

        assertThat(report(click, view)).isEqualTo("{\"accepted\":2,\"duplicates\":0,\"rejected\":[]}");
        assertThat(report(click, view, view)).isEqualTo("{\"accepted\":0,\"duplicates\":3,\"rejected\":[]}");
    }

    @Test
    void countsTheSameEventTwiceInARequestOnce() {
        String view = event("view", ",\"productId\":\"pot\",\"visitorId\":\"" + visitor() + "\"");

        assertThat(report(view, view)).isEqualTo("{\"accepted\":1,\"duplicates\":1,\"rejected\":[]}");
    }

    @Test
    void keepsTheGoodEventsOfARequestWithBadOnes() {
        String token = token();
        String altered = token.substring(0, 40) + (token.charAt(40) == 'A' ? 'B' : 'A') + token.substring(41);

        Response answer = service.post(
                "/v1/events",
                "["
                        + String.join(
                                ",",
                                "{\"type\":7}",
                                outcome("click", altered, "v1"),
                                outcome("click", token, "v1"),
                                event("view", ",\"productId\":\"unicorn\",\"visitorId\":\"v1\""))
                        + "]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.body().path("rejected").findValuesAsString("index")).containsExactly("0", "1", "3");
    }

    @Test
    void takesOneEventThatStandsInNoList() {
        assertThat(service.post("/v1/events", outcome("click", token(), visitor()))
                        .body()
                        .toString())
                .isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"view_item_list", "select_item", "add_to_cart", "purchase"})
    void takesTheNamesOfGoogleAnalytics(String type) {
        assertThat(report(outcome(type, token(), visitor()))).isEqualTo(ACCEPTED);
    }

    @Test
    void takesAViewAndASearchByAnyName() {
        String who = ",\"visitorId\":\"" + visitor() + "\",\"sessionId\":\"s1\"";

        assertThat(report(
                        event("view_item", ",\"productId\":\"pot\"" + who),
                        event("search", ",\"query\":\"Green Tea\"" + who)))
                .isEqualTo("{\"accepted\":2,\"duplicates\":0,\"rejected\":[]}");
        assertThat(database.count("MATCH (:Customer)-[s:SEARCHED]->(:Search {text: 'green tea'}) RETURN count(s)"))
                .isEqualTo(1);
    }

    @Test
    void suggestsTheTypeThatWasMeant() {
        assertThat(reason(outcome("clik", token(), "v1"))).contains("`type`").contains("Did you mean `click`?");
    }

    @Test
    void rejectsAnEventOfTheFuture() {
        String at = ",\"productId\":\"pot\",\"visitorId\":\"v1\",\"at\":\""
                + Instant.now().plus(Duration.ofHours(1)) + "\"";

        assertThat(reason(event("view", at))).startsWith("`at` must not be in the future");
    }

    @Test
    void takesAnEventOfAClockThatIsALittleAhead() {
        String at = ",\"productId\":\"pot\",\"visitorId\":\"" + visitor() + "\",\"at\":\""
                + Instant.now().plusSeconds(60) + "\"";

        assertThat(report(event("view", at))).isEqualTo(ACCEPTED);
    }

    @Test
    void rejectsAnEventFromBeforeItsAnswer() {
        String at = ",\"productId\":\"mug\",\"recommendationId\":\"" + token() + "\",\"at\":\"2026-03-01T08:00:00Z\"";

        assertThat(reason(event("click", at))).startsWith("`at` must not be before");
    }

    @Test
    void rejectsWhatTheAnswerDidNotShow() {
        String other = ",\"productId\":\"tea\",\"recommendationId\":\"" + token() + "\"";

        assertThat(reason(event("click", other))).startsWith("`productId` must be one that the recommendation showed");
    }

    @Test
    void rejectsAProductThatTheShopDoesNotKnow() {
        assertThat(reason(event("view", ",\"productId\":\"unicorn\",\"visitorId\":\"v1\"")))
                .startsWith("`productId` must be a product of this shop, but was");
    }

    @Test
    void rejectsACustomerThatTheShopDoesNotKnowUnlessTheBrowserIsNamed() {
        String unknown = ",\"productId\":\"pot\",\"customerId\":\"u9\"";

        assertThat(reason(event("view", unknown))).startsWith("`customerId` must be a customer the shop knows");
        assertThat(report(event("view", unknown + ",\"visitorId\":\"" + visitor() + "\"")))
                .isEqualTo(ACCEPTED);
    }

    @Test
    void rejectsARefundBeforeItsOrder() {
        String refund = ",\"customerId\":\"ann\",\"productId\":\"mug\",\"value\":5,\"currency\":\"EUR\",\"orderId\":\"";

        assertThat(reason(event("refund", refund + "o99\"")))
                .contains("`orderId`")
                .contains("after its order");
        assertThat(report(event("refund", refund + "o1\""))).isEqualTo(ACCEPTED);
    }

    @Test
    void linksNothingToAPersonWhoRefusedConsent() {
        String token = token();
        String dee = ",\"productId\":\"mug\",\"customerId\":\"dee\"";

        assertThat(report(event("click", dee + ",\"recommendationId\":\"" + token + "\"")))
                .isEqualTo(ACCEPTED);
        assertThat(reason(event("view", dee))).contains("refused consent");
        assertThat(database.count("MATCH (:Customer {id: 'dee'})-[link]-() RETURN count(link)"))
                .isZero();
    }

    @Test
    void countsACachedAnswerOnceForEachBrowserThatGotIt() {
        String cached = service.get("/v1/recommendations/cart?product=tea")
                .body()
                .path("recommendationId")
                .asString();
        String one = visitor();

        assertThat(report(outcome("click", cached, one))).isEqualTo(ACCEPTED);
        assertThat(report(outcome("click", cached, visitor()))).isEqualTo(ACCEPTED);
        assertThat(report(outcome("click", cached, one))).isEqualTo(DUPLICATE);
    }

    @Test
    void takesATokenOfThePreviousKeyWhileItIsBeingChanged() {
        assertThat(report(outcome("click", SignedToken.of(PREVIOUS_KEY, Instant.now()), visitor())))
                .isEqualTo(ACCEPTED);
    }

    @Test
    void rejectsATokenThatIsTooOld() {
        String token = SignedToken.of(KEY, Instant.now().minus(Duration.ofDays(31)));

        assertThat(reason(outcome("click", token, "v1"))).startsWith("`recommendationId` must be at most 30 days old");
    }

    @Test
    void takesAThousandEventsAtOnce() {
        String token = token();
        String[] events = new String[1_000];
        for (int index = 0; index < events.length; index++) {
            events[index] = outcome(index % 2 == 0 ? "impression" : "click", token, visitor());
        }

        Response answer = service.post("/v1/events", "[" + String.join(",", events) + "]");

        // One answer, and not a cached one: the first impression and the first click say all there is to say.
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.body().path("duplicates").asInt()).isEqualTo(998);
    }

    @Test
    void asksToComeAgainWhileTheDatabaseIsAway() {
        RunningService lost = RunningService.start(
                "bolt://127.0.0.1:1", folder, "--cartograph.token.key=" + KEY, "--spring.jmx.enabled=false");
        try (lost) {
            Response answer = lost.send(lost.request("/v1/events")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(outcome("click", SignedToken.of(KEY, Instant.now()), "v1"))));

            assertThat(answer.status()).isEqualTo(503);
        }
    }
}
