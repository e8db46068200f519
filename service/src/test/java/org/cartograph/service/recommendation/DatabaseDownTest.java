package org.cartograph.service.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.cartograph.service.RunningService;
import org.cartograph.service.RunningService.Response;
import org.cartograph.service.fallback.CornerShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service whose database has been down since it started, with the corner shop's snapshot of an earlier run. */
final class DatabaseDownTest {

    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        CornerShop.keepIn(folder);
        service = RunningService.start("bolt://127.0.0.1:1", folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void answersFromTheSnapshotOfAnEarlierRun() {
        Response answer = service.recommend("""
                {"context": "cart", "products": [{"productId": "tea", "quantity": 2}], "limit": 2, "variant": "blue"}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.degraded()).isTrue();
        assertThat(answer.items()).containsExactly("coffee", "mug");
        assertThat(answer.body().path("recommendationId").asString()).isNotBlank();
        assertThat(answer.body().path("modelBuiltAt").asString()).isEqualTo("2026-03-01T07:00:00Z");
        assertThat(answer.body().path("variant").asString()).isEqualTo("blue");
        assertThat(answer.body().path("missing").isArray()).isTrue();
    }

    @Test
    void drawsItemsInTheShapeOfTheDesign() {
        Response answer = service.get("/v1/recommendations/cart?product=tea");

        assertThat(answer.body()
                        .path("placements")
                        .path(0)
                        .path("items")
                        .path(0)
                        .toString())
                .isEqualTo("{\"productId\":\"coffee\",\"rank\":1,\"score\":0.0,\"source\":\"BESTSELLER\","
                        + "\"fallback\":true,\"product\":{\"name\":\"coffee\",\"price\":8.0,\"url\":null,"
                        + "\"image\":null},\"reasons\":[{\"type\":\"BESTSELLER\",\"text\":\"Popular in this shop\"}]}");
    }

    @Test
    void letsNobodyCacheADegradedAnswer() {
        assertThat(service.get("/v1/recommendations/home").cacheControl()).isEqualTo("no-store");
    }

    @Test
    void readsTheSameRequestFromAnAddress() {
        Response answer = service.get(
                "/v1/recommendations/cart?product=tea&product=mug&customer=u42&limit=2&maxPrice=10&exclude=sugar");

        assertThat(answer.items()).containsExactly("coffee");
    }

    @Test
    void asksForAnOrderAgainThatCannotBeWritten() throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        service.request("/v1/orders")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("""
                                        {"orderId": "o1", "at": "2026-03-01T08:00:00Z", "lines": [{"productId": "tea", "quantity": 1}]}"""))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.body()).contains("Send it again: what was written all the same counts as a duplicate then.");
    }

    @Test
    void isReadyWithASnapshot() {
        assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{} | `context` must be given, but was missing.",
                "{\"context\":\"hoem\"} | `context` must be one of product, cart, post-purchase, home, abandoned-cart, email, "
                        + "but was \"hoem\". "
                        + "Did you mean `home`?",
                "{\"context\":\"cart\",\"limit\":0} | `limit` must be between 1 and 100, but was 0.",
                "{\"context\":\"cart\",\"limit\":101} | `limit` must be between 1 and 100, but was 101.",
                "{\"context\":\"cart\",\"limit\":\"8\"} | `limit` must be a whole number, but was \"8\".",
                "{\"context\":\"cart\",\"limit\":8.5} | `limit` must be a whole number, but was 8.5.",
                "{\"context\":\"cart\",\"limit\":9999999999} | `limit` must be a whole number, but was 9999999999.",
                "{\"context\":\"cart\",\"budgetMs\":4} | `budgetMs` must be between 5 and 10000, but was 4.",
                "{\"context\":\"cart\",\"explain\":\"yes\"} | `explain` must be true or false, but was \"yes\".",
                "{\"context\":\"cart\",\"explore\":1} | `explore` must be true or false, but was 1.",
                "{\"context\":\"cart\",\"products\":\"p1\"} | `products` must be a list, but was \"p1\".",
                "{\"context\":\"cart\",\"products\":[null]} | `products[0]` must be given, but was null.",
                "{\"context\":\"cart\",\"products\":[{\"productId\":12}]} | "
                        + "`products[0].productId` must be a text in quotes, but was 12.",
                "{\"context\":\"cart\",\"products\":[{\"productId\":\"p\",\"quantity\":0}]} | "
                        + "`products[].quantity` must be between 1 and 1000000, but was 0.",
                "{\"context\":\"cart\",\"filter\":{\"price\":{\"max\":\"low\"}}} | "
                        + "`filter.price.max` must be a number, but was \"low\".",
                "{\"context\":\"cart\",\"filter\":{\"price\":{\"min\":2,\"max\":1}}} | "
                        + "`filter.price.min` must not be above `filter.price.max`, but was 2.0 > 1.0.",
                "{\"context\":\"cart\",\"filter\":{\"instock\":true}} | `filter.instock` is not a field here; allowed are "
                        + "attributes, brands, categories, exclude, inStock, price. Did you mean `inStock`?",
                "[] | `body` must be an object, but was a list.",
                "{\"context\" | The body must be JSON, but it is malformed at line 1, column 11.",
            })
    void refusesABadRequestAndSaysWhy(String body, String sentence) {
        Response answer = service.recommend(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.detail()).isEqualTo(sentence);
    }

    @Test
    void refusesAnIdThatIsTooLong() {
        Response answer = service.recommend("{\"context\":\"home\",\"customerId\":\"" + "x".repeat(65) + "\"}");

        assertThat(answer.detail()).isEqualTo("`customerId` must be at most 64 characters long, but was 65.");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        Response answer = service.recommend("{\"context\":\"" + "x".repeat(1_000_001) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.detail()).isEqualTo("The body must be at most 1 MB, but was larger.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "limit=many | `limit` must be a whole number, but was \"many\".",
                "limit=1&limit=2 | `limit` must be given once, but came 2 times.",
                "minPrice=NaN | `minPrice` must be a number, but was \"NaN\".",
                "inStock=yes | `inStock` must be true or false, but was \"yes\".",
                "product= | `products[].productId` must be given, but was blank."
            })
    void refusesABadAddressAndSaysWhy(String query, String sentence) {
        Response answer = service.get("/v1/recommendations/cart?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo(sentence);
    }

    @Test
    void refusesAnUnknownParameterWithTheNearestOne() {
        assertThat(service.get("/v1/recommendations/cart?produkt=tea").detail())
                .startsWith("`produkt` is not a parameter here;")
                .endsWith("Did you mean `product`?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v2/recommendations", "/v1/recommendations/cart/tea", "/favicon.ico", "/actuator/none"})
    void answersAnUnknownAddressWithAProblem(String path) {
        Response answer = service.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void answersAnAddressThatCannotBeDecodedWithAProblem() {
        Response answer = service.get("/v1/recommendations/a%2Fb");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void answersAWrongMethodWithAProblem() {
        Response answer = service.send(service.request("/v1/recommendations").DELETE());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.detail()).isEqualTo("The method here must be one of [POST], but was DELETE.");
    }

    /** The service is open here, and so is the browser of whoever tries it. */
    @Test
    void refusesAPageOfAnotherSite() {
        Response answer = service.send(service.request("/v1/experiments/any/start")
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.detail())
                .isEqualTo("`Origin` must be this service where nobody is asked for a key, but was another.");
    }

    @Test
    void answersAWrongContentTypeWithAProblem() {
        Response answer = service.send(service.request("/v1/recommendations")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.detail()).isEqualTo("`Content-Type` must be application/json, but was text/plain.");
    }
}
