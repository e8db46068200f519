package org.cartograph.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/** What everybody outside of the plugin may count on, whichever Neo4j it runs in. */
interface PluginContract {

    /** The server in question; what a test writes there it takes back. */
    Graph graph();

    /** A change here is a change for everybody who calls it: {@code signatures.txt} is the list of what is promised. */
    @Test
    default void offersWhatIsPromised() throws IOException {
        try (InputStream promised = PluginContract.class.getResourceAsStream("signatures.txt")) {
            assertThat(String.join("\n", graph().texts("""
                            SHOW PROCEDURES YIELD name, mode, signature WHERE name STARTS WITH 'cartograph.'
                            RETURN mode + ' ' + signature AS line ORDER BY name
                            """)))
                    .isEqualTo(new String(promised.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    default void offersFunctionsThatReadAnEdge() {
        assertThat(
                        graph().texts(
                                        "SHOW FUNCTIONS YIELD name WHERE name STARTS WITH 'cartograph.' RETURN name ORDER BY name"))
                .containsExactly("cartograph.confidence", "cartograph.lift", "cartograph.support");
    }

    @Test
    default void describesAllOfIt() {
        assertThat(graph().read("""
                        SHOW PROCEDURES YIELD name, description, argumentDescription, returnDescription
                        WHERE name STARTS WITH 'cartograph.' AND (description = ''
                              OR any(part IN argumentDescription + returnDescription WHERE part.description CONTAINS ' :: '))
                        RETURN name""")).isEmpty();
    }

    @Test
    default void needsNoUnrestrictedRights() {
        assertThat(graph().texts("SHOW SETTINGS 'dbms.security.procedures.unrestricted' YIELD value RETURN value"))
                .allSatisfy(value -> assertThat(value).doesNotContain("cartograph"));
    }

    @Test
    default void saysItsVersion() {
        assertThat(graph().texts("CALL cartograph.version() YIELD version RETURN version"))
                .singleElement()
                .asString()
                .matches("[0-9]+\\.[0-9]+.*");
    }

    @Test
    default void buildsFiveFamiliesOfEdges() {
        assertThat(graph().write("CALL cartograph.model.build({}) YIELD family RETURN family ORDER BY family"))
                .extracting(row -> row.get("family").asString())
                .containsExactly("ALSO_BOUGHT", "ALSO_VIEWED", "BOUGHT_NEXT", "BOUGHT_TOGETHER", "SIMILAR");
    }

    @Test
    default void knowsWhatIsBoughtTogether() {
        Record first = graph().read("CALL cartograph.boughtTogether('tea', {limit: 1})")
                .get(0);

        assertThat(first.get("productId").asString()).isEqualTo("mug");
        assertThat(first.get("orders").asLong()).isEqualTo(2);
        assertThat(first.get("confidence").asDouble()).isEqualTo(2.0 / 3, within(1e-9));
    }

    /** Of four orders two have both, three tea, two a mug. */
    @Test
    default void computesTheEvidenceOfAnEdge() {
        Record edge = graph().read("""
                        MATCH (:Product {id: 'tea'})-[r:BOUGHT_TOGETHER]->(:Product {id: 'mug'})
                        RETURN cartograph.support(r) AS support, cartograph.confidence(r) AS confidence, cartograph.lift(r) AS lift
                        """).get(0);

        assertThat(edge.get("support").asDouble()).isEqualTo(2.0 / 4, within(1e-9));
        assertThat(edge.get("confidence").asDouble()).isEqualTo(2.0 / 3, within(1e-9));
        assertThat(edge.get("lift").asDouble()).isEqualTo((2.0 / 4) / (3.0 / 4 * 2.0 / 4), within(1e-9));
    }

    @Test
    default void recommendsToACartWithAReason() {
        Record first = graph().read(
                        "CALL cartograph.recommend('cart', {products: ['tea'], placements: ['complete-the-basket']})")
                .get(0);

        assertThat(first.get("productId").asString()).isEqualTo("mug");
        assertThat(first.get("product").asNode().get("name").asString()).isEqualTo("mug");
        assertThat(first.get("reasons").get(0).get("text").asString()).contains("tea");
    }

    @Test
    default void answersAPageWithOneRow() {
        assertThat(
                        graph().read(
                                        "CALL cartograph.answer('cart', {products: ['tea', 'unheard of']}) YIELD missing RETURN missing"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("missing").asList()).containsExactly("unheard of"));
    }

    @Test
    default void explainsAScore() {
        assertThat(graph().read("CALL cartograph.explain({context: 'cart', products: ['tea']}, 'mug')"))
                .isNotEmpty();
    }

    @Test
    default void offersNothingThatHasRunOut() {
        graph().write("MATCH (p:Product {id: 'mug'}) SET p.stock = 0");
        try {
            assertThat(cart()).doesNotContain("mug");
        } finally {
            graph().write("MATCH (p:Product {id: 'mug'}) SET p.stock = 9");
        }
        assertThat(cart()).contains("mug");
    }

    @Test
    default void followsARule() {
        graph().write("CALL cartograph.rule.set('no mugs', {action: 'hide', products: ['mug']})");
        try {
            assertThat(cart()).doesNotContain("mug");
        } finally {
            graph().write("CALL cartograph.rule.drop('no mugs')");
        }
        assertThat(cart()).contains("mug");
    }

    private List<String> cart() {
        return graph().texts("CALL cartograph.recommend('cart', {products: ['tea']}) YIELD productId RETURN productId");
    }

    @Test
    default void refusesAKeyThatItDoesNotKnow() {
        assertThatThrownBy(() -> graph().read("CALL cartograph.recommend('cart', {prodcuts: ['tea']})"))
                .hasMessageContaining("Did you mean `products`?");
    }

    @Test
    default void refusesAValueOutOfRange() {
        assertThatThrownBy(() -> graph().read("CALL cartograph.boughtTogether('tea', {limit: 0})"))
                .hasMessageContaining("`limit` must be a whole number between 1 and 200, but was 0.");
    }

    @Test
    default void countsAnEventOnce() {
        Map<String, Object> view =
                Map.of("event", Map.of("eventId", "e1", "type", "view", "productId", "pot", "customerId", "ann"));
        String record = "CALL cartograph.feedback.record([$event, $event], [], {}) YIELD index, status "
                + "RETURN status ORDER BY index";

        assertThat(graph().write(record, view))
                .extracting(row -> row.get(0).asString())
                .containsExactly("accepted", "duplicate");
        assertThat(graph().read("MATCH (:Customer {id: 'ann'})-[v:VIEWED]->(:Product {id: 'pot'}) RETURN v"))
                .hasSize(1);
        graph().write("MATCH ()-[v:VIEWED]->() DELETE v");
    }

    @Test
    default void keepsTheModelFresh() {
        graph().write("""
                MATCH (ann:Customer {id: 'ann'})
                CREATE (ann)-[:PURCHASED {orderId: 'o5', at: datetime('2026-03-05T08:00:00Z'), quantity: 1}]->
                       (:Product {id: 'lemon', name: 'lemon', price: 1.0})""");
        try {
            assertThat(
                            graph().write(
                                            "CALL cartograph.model.refresh({}) YIELD refreshedProducts RETURN refreshedProducts"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get(0).asLong()).isPositive());
        } finally {
            graph().write("MATCH (p:Product {id: 'lemon'}) DETACH DELETE p");
            graph().write("CALL cartograph.model.build({})");
        }
    }

    @Test
    default void runsAnExperimentsLife() {
        graph().write(
                        "CALL cartograph.experiment.create('boxes', {variants: [{name: 'some'}, {name: 'none', holdout: true}]})");
        graph().write("CALL cartograph.experiment.start('boxes')");
        graph().write("CALL cartograph.experiment.stop('boxes')");

        assertThat(graph().texts("CALL cartograph.experiment.list() YIELD name, status RETURN name + ' ' + status"))
                .containsExactly("boxes stopped");

        graph().write("CALL cartograph.experiment.drop('boxes')");
        assertThat(graph().read("CALL cartograph.experiment.list()")).isEmpty();
    }

    @Test
    default void forgetsAPerson() {
        graph().write("CREATE (:Customer {id: 'eve', consent: true})");
        assertThat(graph().read("CALL cartograph.customer.export('eve')")).isNotEmpty();

        graph().write("CALL cartograph.customer.forget('eve')");

        assertThat(graph().read("MATCH (c:Customer {id: 'eve'}) RETURN c")).isEmpty();
    }

    @Test
    default void provesItself() {
        assertThat(graph().read("CALL cartograph.readiness()")).isNotEmpty();
        assertThat(graph().read("CALL cartograph.rules({minimumSupport: 0.2})")).isNotEmpty();
    }
}
