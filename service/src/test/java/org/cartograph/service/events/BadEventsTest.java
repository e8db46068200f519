package org.cartograph.service.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.cartograph.service.RunningService;
import org.cartograph.service.RunningService.Response;
import org.cartograph.service.fallback.CornerShop;
import org.cartograph.service.token.SignedToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the service refuses by itself, whether the database is there or not. */
final class BadEventsTest {

    private static final String KEY = "the key of the shop, long enough for it";
    private static final String PREVIOUS_KEY = "the key before it, also long enough for it";
    private static final String OTHER_KEY = "the key of another shop, long enough too";

    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        CornerShop.keepIn(folder);
        service = RunningService.start(
                "bolt://127.0.0.1:1",
                folder,
                "--cartograph.token.key=" + KEY,
                "--cartograph.token.previous-key=" + PREVIOUS_KEY);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Response report(String events) {
        return service.post("/v1/events", events);
    }

    private static JsonNode rejection(String event) {
        Response answer = report("[" + event + "]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("accepted").asInt()).isZero();
        assertThat(answer.body().path("rejected").size()).isEqualTo(1);
        return answer.body().path("rejected").path(0);
    }

    private static String click(String token) {
        return "{\"eventId\":\"e1\",\"type\":\"click\",\"productId\":\"mug\",\"recommendationId\":\"" + token + "\"}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "[{\"type\": | The body must be JSON, but it is malformed at line 1, column 10.",
                "\"click\" | `body` must be a list of objects, but was \"click\".",
                "7 | `body` must be a list of objects, but was 7.",
                "[] | The body must have between 1 and 1,000 items, but had 0.",
            })
    void refusesABodyThatIsNoList(String body, String sentence) {
        Response answer = report(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.detail()).isEqualTo(sentence);
    }

    @Test
    void refusesMoreThanAThousandEvents() {
        Response answer = report("[" + "{},".repeat(1_000) + "{}]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("The body must have between 1 and 1,000 items, but had 1,001.");
    }

    @Test
    void takesAThousandEventsWithTheLongestTokens() {
        Response answer = report("[" + (click("x".repeat(2_048)) + ",").repeat(999) + click("x") + "]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("rejected").size()).isEqualTo(1_000);
    }

    @Test
    void refusesABodyOfMoreThanFourMegabytes() {
        assertThat(report("[\"" + "x".repeat(4_000_000) + "\"]").detail())
                .isEqualTo("The body must be at most 4 MB, but was larger.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "7 | `item` must be an object, but was 7.",
                "{} | `type` must be given, but was missing.",
                "{\"type\":\" \"} | `type` is empty.",
                "{\"type\":7} | `type` must be a text in quotes, but was 7.",
                "{\"type\":\"view\",\"productID\":\"p\"} | `productID` is not a field here; allowed are at, currency, "
                        + "customerId, eventId, orderId, placement, productId, query, recommendationId, sessionId, type, "
                        + "value, visitorId. Did you mean `productId`?",
                "{\"type\":\"view\",\"productId\":12} | `productId` must be a text in quotes, but was 12.",
                "{\"type\":\"view\",\"productId\":\"\"} | `productId` is empty.",
                "{\"type\":\"rating\",\"value\":\"five\"} | `value` must be a number, but was \"five\".",
                "{\"type\":\"rating\",\"value\":1e999} | `value` must be a number, but was larger than any.",
                "{\"type\":\"view\",\"at\":\"yesterday\"} | "
                        + "`at` must be a time since 1970 with its offset, such as \"2026-03-01T08:00:00Z\", but was \"yesterday\".",
                "{\"type\":\"view\",\"at\":\"2026-03-01T08:00:00\"} | `at` must be a time since 1970 with its offset, such as "
                        + "\"2026-03-01T08:00:00Z\", but was \"2026-03-01T08:00:00\".",
                "{\"type\":\"view\",\"at\":1772352000} | `at` must be a text in quotes, but was 1772352000.",
                "{\"type\":\"view\",\"at\":\"0001-01-01T00:00:00Z\"} | "
                        + "`at` must be a time since 1970 with its offset, such as \"2026-03-01T08:00:00Z\", "
                        + "but was \"0001-01-01T00:00:00Z\".",
            })
    void rejectsAnEventThatCannotBeRightWhateverItsType(String event, String sentence) {
        assertThat(rejection(event).path("reason").asString()).isEqualTo(sentence);
    }

    @Test
    void rejectsAnIdThatIsTooLong() {
        assertThat(rejection("{\"type\":\"view\",\"visitorId\":\"" + "v".repeat(65) + "\"}")
                        .path("reason")
                        .asString())
                .isEqualTo("`visitorId` must have at most 64 characters, but has 65.");
    }

    @Test
    void namesARejectedEventByItsPlaceAndId() {
        Response answer = report("[{\"eventId\":\"e1\"},{\"eventId\":7,\"type\":\"view\"},{\"eventId\":\"e3\"}]");

        assertThat(answer.body().path("rejected").toString())
                .startsWith("[{\"index\":0,\"id\":\"e1\",\"reason\":")
                .contains("{\"index\":1,\"id\":null,\"reason\":", "{\"index\":2,\"id\":\"e3\",\"reason\":");
    }

    @Test
    void rejectsAnAlteredToken() {
        String token = SignedToken.of(KEY, Instant.now());
        String altered = token.substring(0, 40) + (token.charAt(40) == 'A' ? 'B' : 'A') + token.substring(41);

        assertThat(rejection(click(altered)).path("reason").asString())
                .isEqualTo("`recommendationId` must be as the answer had it, but was altered.");
    }

    @Test
    void rejectsATokenOfAnUnknownKey() {
        assertThat(rejection(click(SignedToken.of(OTHER_KEY, Instant.now())))
                        .path("reason")
                        .asString())
                .startsWith("`recommendationId` must be signed with this shop's key, but was signed with another one");
    }

    @Test
    void rejectsAnExpiredToken() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(31));

        assertThat(rejection(click(SignedToken.of(KEY, longAgo))).path("reason").asString())
                .startsWith("`recommendationId` must be at most 30 days old, but was of ");
    }

    @Test
    void rejectsATokenOfTheFuture() {
        assertThat(rejection(click(SignedToken.of(PREVIOUS_KEY, Instant.now().plus(Duration.ofHours(1)))))
                        .path("reason")
                        .asString())
                .startsWith("`recommendationId` must not be of the future, but was of ");
    }

    @Test
    void rejectsTheIdOfAnAnswerThatNobodyGave() {
        assertThat(rejection(click("4f1c2f6e-5c11-4b53-9a39-0e9c4ad7c1a1"))
                        .path("reason")
                        .asString())
                .isEqualTo("`recommendationId` must be that of an answer, but was \"4f1c2f6e-5c11-4b53-9…\".");
    }
}
