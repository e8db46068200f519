package org.cartograph.service.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.cartograph.service.RunningService;
import org.cartograph.service.RunningService.Response;
import org.cartograph.service.demo.ChildDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products and their stock over HTTP, as a shop sends them, into a real database. */
final class ProductsIT {

    private static final String ALL = "{\"accepted\":%d,\"duplicates\":%d,\"rejected\":[]}";

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static RunningService service;

    @BeforeAll
    static void open() {
        database = ChildDatabase.shared();
        service = RunningService.start(
                database.uri(),
                folder,
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.writing.patience=30s",
                "--cartograph.model.refresh-interval=0");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @BeforeEach
    void wipe() {
        database.run("MATCH (n) DETACH DELETE n");
    }

    @Test
    void writesWhatIsNamedOfAProductAndNothingElse() {
        assertThat(put("""
                [{"productId": "mug", "name": "Red Mug", "price": 6.5, "stock": 3, "active": true, "url": "https://shop/mug",
                  "margin": 2, "releasedAt": "2026-03-01T08:00:00Z",
                  "attributes": {"category": "Mugs", "brand": "Potter", "screenSize": [6.1, "big"]}}]""")).isEqualTo(ALL.formatted(1, 0));
        put(
                "[{\"productId\":\"mug\",\"price\":null,\"attributes\":{\"brand\":null}},{\"productId\":\"mug\",\"stock\":9}]");

        assertThat(database.count("MATCH (p:Product {id: 'mug', name: 'Red Mug', stock: 9, active: true, margin: 2.0, "
                        + "releasedAt: datetime('2026-03-01T08:00:00Z')}) WHERE p.price IS NULL RETURN count(p)"))
                .isOne();
        assertThat(
                        database.count(
                                "MATCH (:Product {id: 'mug'})-[:HAS]->(a) WHERE a.key + '=' + a.value IN ['token=red', "
                                        + "'token=mug', 'category=Mugs', 'screen_size=6.1', 'screen_size=big'] RETURN count(a)"))
                .isEqualTo(5);
        assertThat(database.count("MATCH (:Product {id: 'mug'})-[:HAS]->(a) RETURN count(a)"))
                .isEqualTo(5);
        assertThat(database.count("MATCH (c:Category {value: 'Mugs'}) RETURN count(c)"))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{} | `productId` must be given, but was missing.",
                "{\"productId\":\"p\",\"price\":-1} | `price` must be between 0 and 1,000,000,000,000, but was -1.0.",
                "{\"productId\":\"p\",\"price\":\"6\"} | `price` must be a number, but was \"6\".",
                "{\"productId\":\"p\",\"stock\":1.5} | `stock` must be a whole number, but was 1.5.",
                "{\"productId\":\"p\",\"prize\":6} | `prize` is not a field here; allowed are active, attributes, "
                        + "availableFrom, availableUntil, image, margin, name, price, productId, releasedAt, stock, url. "
                        + "Did you mean `price`?",
                "{\"productId\":\"p\",\"attributes\":{\"color\":{}}} | `attributes.color` must be a text, or a list of "
                        + "texts, but was an object.",
                "{\"productId\":\"p\",\"attributes\":{\"priceBand\":\"1\"}} | `attributes.priceBand` is no key a product can "
                        + "be given; it must have 1 to 64 letters or digits, and price_band and token are derived.",
                "{\"productId\":\"p\",\"attributes\":{\"a b\":\"1\",\"aB\":\"2\"}} | `attributes` must name each key once, "
                        + "but had `a_b` twice.",
            })
    void rejectsABadProductAndKeepsTheOthers(String bad, String sentence) {
        Response answer = service.send(service.request("/v1/products")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("[" + bad + ",{\"productId\":\"mug\"}]")));

        assertThat(answer.body().path("accepted").asInt()).isOne();
        assertThat(answer.body().path("rejected").path(0).path("reason").asString())
                .isEqualTo(sentence);
    }

    @Test
    void theNextAnswerKnowsTheStock() {
        put("[{\"productId\":\"mug\",\"price\":6},{\"productId\":\"tea\",\"price\":5}]");
        service.post("/v1/orders", "[" + order("o1", "mug") + "," + order("o2", "tea") + "]");
        database.run("CALL cartograph.model.build({})");
        assertThat(service.recommend("{\"context\":\"home\",\"budgetMs\":10000}")
                        .items())
                .contains("mug");

        assertThat(patch("mug", "{\"stock\":0}").body().toString()).isEqualTo(ALL.formatted(1, 0));

        assertThat(service.recommend("{\"context\":\"home\",\"budgetMs\":10000}")
                        .items())
                .isNotEmpty()
                .doesNotContain("mug");
    }

    @Test
    void saysThatAProductIsNotThere() {
        Response answer = patch("unicorn", "{\"stock\":1}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.detail()).isEqualTo("`id` must be a product the shop has, but was \"unicorn\".");
    }

    @Test
    void wantsToBeToldTheStock() {
        assertThat(patch("mug", "{}").detail()).isEqualTo("`stock` must be given, but was missing.");
        assertThat(patch("mug", "{\"stock\":\"3\"}").detail())
                .isEqualTo("`stock` must be a whole number, but was \"3\".");
    }

    private static String order(String id, String product) {
        return """
                {"orderId": "%s", "customerId": "ann", "at": "2026-03-01T08:00:00Z",
                 "lines": [{"productId": "%s", "quantity": 2, "unitPrice": 6.5}]}""".formatted(id, product);
    }

    private static String put(String body) {
        return service.send(service.request("/v1/products")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)))
                .body()
                .toString();
    }

    private static Response patch(String product, String body) {
        return service.send(service.request("/v1/products/" + product + "/stock")
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }
}
