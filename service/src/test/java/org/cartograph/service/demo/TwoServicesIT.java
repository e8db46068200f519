package org.cartograph.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cartograph.service.RunningService;
import org.cartograph.service.RunningService.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two services before one database: what a merchandiser changes acts on the very next request, whichever is asked.
 *
 * <p>Tea is bought with a mug three times, and with a pot twice.
 */
final class TwoServicesIT {

    private static final String[] SHOP = {
        "CALL cartograph.schema.install()",
        "UNWIND ['tea', 'mug', 'pot', 'sugar', 'lemon'] AS id CREATE (:Product {id: id, name: id, price: 5.0})",
        """
        UNWIND [['o1', 'ann', 'tea'], ['o1', 'ann', 'mug'], ['o2', 'bob', 'tea'], ['o2', 'bob', 'mug'],
                ['o3', 'cid', 'tea'], ['o3', 'cid', 'mug'], ['o3', 'cid', 'pot'], ['o4', 'dan', 'tea'],
                ['o4', 'dan', 'pot'], ['o5', 'ann', 'sugar']] AS line
        MERGE (c:Customer {id: line[1]})
        WITH c, line MATCH (p:Product {id: line[2]})
        CREATE (c)-[:PURCHASED {orderId: line[0], at: datetime('2026-03-01T08:00:00Z'), quantity: 1}]->(p)
        """,
        "CALL cartograph.model.build({})"
    };

    private static final String CART =
            "{\"context\":\"cart\",\"products\":[\"tea\"],\"explore\":false,\"budgetMs\":9000}";

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static List<RunningService> services = List.of();

    @BeforeAll
    static void open() {
        database = ChildDatabase.shared();
        database.run(SHOP);
        services = List.of(service("one"), service("other"));
    }

    private static RunningService service(String name) {
        return RunningService.start(
                database.uri(),
                folder.resolve(name),
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.recommendation.budget=10s",
                "--spring.jmx.enabled=false");
    }

    @AfterAll
    static void close() {
        services.forEach(RunningService::close);
    }

    @AfterEach
    void takeBack() {
        database.run(
                "CALL cartograph.context.reset('cart')",
                "CALL cartograph.rule.list() YIELD name CALL cartograph.rule.drop(name) YIELD name AS dropped RETURN dropped",
                "MATCH (p:Product) SET p.stock = null");
    }

    @Test
    void showAnotherPageAtOnce() {
        assertThat(boxes()).allSatisfy(names -> assertThat(names).startsWith("complete-the-basket"));

        database.run("CALL cartograph.context.set('cart', {placements: ['upgrade', 'complete-the-basket'], "
                + "recipes: {upgrade: {title: 'Treat yourself', size: 1}}})");

        assertThat(boxes()).allSatisfy(names -> assertThat(names).containsExactly("upgrade", "complete-the-basket"));
    }

    @Test
    void followARuleAtOnce() {
        assertThat(items()).allSatisfy(ids -> assertThat(ids).startsWith("mug"));

        database.run("CALL cartograph.rule.set('no mugs', {action: 'hide', products: ['mug']})");

        assertThat(items()).allSatisfy(ids -> assertThat(ids).startsWith("pot").doesNotContain("mug"));
    }

    @Test
    void offerNothingThatHasJustRunOut() {
        assertThat(items()).allSatisfy(ids -> assertThat(ids).contains("mug"));

        database.run("MATCH (p:Product {id: 'mug'}) SET p.stock = 0");

        assertThat(items()).allSatisfy(ids -> assertThat(ids).doesNotContain("mug"));
    }

    @Test
    void makeUpAPageOfTheShopsOwn() {
        String landing = "/v1/recommendations/landing?product=tea";
        assertThat(services.get(0).get(landing).status()).isEqualTo(400);

        database.run("CALL cartograph.context.set('landing', {placements: ['similar']})");
        try {
            assertThat(services)
                    .allSatisfy(
                            service -> assertThat(names(service.get(landing))).containsExactly("similar"));
        } finally {
            database.run("CALL cartograph.context.reset('landing')");
        }
    }

    @Test
    void exploreOnlyInAnswersThatNoCacheKeeps() {
        Set<List<String>> cached = new HashSet<>();
        Set<List<String>> asked = new HashSet<>();
        for (int seed = 0; seed < 60; seed++) {
            RunningService service = services.get(seed % 2);
            cached.add(service.get("/v1/recommendations/cart?product=tea&limit=2&budgetMs=9000&seed=" + seed)
                    .items());
            asked.add(service.recommend("{\"context\":\"cart\",\"products\":[\"tea\"],\"limit\":2,\"budgetMs\":9000,"
                            + "\"seed\":" + seed + "}")
                    .items());
        }

        assertThat(cached).hasSize(1);
        assertThat(asked).hasSizeGreaterThan(1);
    }

    @Test
    void speakTheShoppersLanguage() {
        Response answer = services.get(1)
                .recommend("{\"context\":\"cart\",\"products\":[\"tea\"],\"locale\":\"de-AT\",\"budgetMs\":9000}");

        assertThat(answer.body().path("placements").path(0).path("title").asString())
                .isEqualTo("Passt in Ihren Warenkorb");
    }

    @Test
    void explainWhyAProductIsOfferedAndWhyNot() {
        database.run("MATCH (p:Product {id: 'pot'}) SET p.stock = 0");

        Response offered = explain("mug");
        Response soldOut = explain("pot");

        assertThat(offered.body().path("placements").path(0).path("rank").asInt())
                .isEqualTo(1);
        assertThat(offered.body()
                        .path("placements")
                        .path(0)
                        .path("parts")
                        .path(0)
                        .path("part")
                        .asString())
                .isEqualTo("boughtTogether");
        assertThat(soldOut.body().path("placements").path(0).path("exclusions").toString())
                .isEqualTo("[\"not recommended: out of stock\"]");
        assertThat(explain("nothing").status()).isEqualTo(400);
        assertThat(explain("nothing").detail()).startsWith("`productId` must be");
    }

    private static Response explain(String product) {
        return services.get(0).post("/v1/explanations", "{\"request\":" + CART + ",\"productId\":\"" + product + "\"}");
    }

    private static List<List<String>> boxes() {
        return services.stream().map(service -> names(service.recommend(CART))).toList();
    }

    private static List<List<String>> items() {
        return services.stream().map(service -> service.recommend(CART).items()).toList();
    }

    private static List<String> names(Response answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        List<String> names = new ArrayList<>();
        answer.body()
                .path("placements")
                .forEach(box -> names.add(box.path("name").asString()));
        return names;
    }
}
