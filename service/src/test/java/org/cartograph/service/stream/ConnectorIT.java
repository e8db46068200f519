package org.cartograph.service.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartograph.load.graph.OrderWriter;
import org.cartograph.service.demo.ChildDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The statements of {@code docker/kafka}, in the frame that Neo4j's connector puts around them. */
final class ConnectorIT {

    private static final Path FOLDER = Path.of("..", "docker", "kafka");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static ChildDatabase database;

    @BeforeAll
    static void open() {
        database = ChildDatabase.shared();
    }

    @ParameterizedTest
    @CsvSource({
        "orders, orders-accept",
        "orders, orders-customers",
        "orders, orders-lines-remove",
        "orders, orders-products",
        "orders, orders-lines-create",
        "products, products",
        "products, attributes",
        "products, products-attributes",
    })
    void holdsTheStatementsOfTheImport(String topic, String statement) throws IOException {
        String asVariables = onOneLine(statementOfTheImport(statement)).replaceAll("\\$(\\w+)", "$1");

        assertThat(onOneLine(read(topic + ".cypher"))).contains(asVariables);
    }

    @Test
    void namesBothStatementsAndADeadLetterTopic() throws IOException {
        JsonNode settings = JSON.readTree(read("connector.json")).path("config");

        assertThat(settings.path("topics").asString()).isEqualTo("cartograph.orders,cartograph.products");
        for (String topic : List.of("orders", "products")) {
            assertThat(settings.path("neo4j.cypher.topic.cartograph." + topic).asString())
                    .isEqualTo("${directory:/cartograph:" + topic + ".cypher}");
        }
        assertThat(settings.path("errors.tolerance").asString()).isEqualTo("all");
        assertThat(settings.path("errors.deadletterqueue.topic.name").asString())
                .isEqualTo("cartograph.connector.rejected");
    }

    @Test
    void writesAnOrderOnceAndItsNewestVersion() {
        String first = """
                {"orderId": "k1", "customerId": "kim", "at": "2026-03-01T08:00:00Z", "lines":
                 [{"productId": "tea", "quantity": 1, "unitPrice": 4}, {"productId": "mug", "quantity": 1},
                  {"productId": "tea", "quantity": 3, "unitPrice": 8}]}""";
        write("orders", first, first);
        assertThat(lines("kim")).containsExactly("mug 1 null", "tea 4 7.0");

        write("orders", """
                [{"orderId": "k1", "at": "2026-03-01T08:00:00Z", "updatedAt": "2026-03-02T08:00:00Z", "lines":
                  [{"productId": "tea", "quantity": 0.5, "unitPrice": 4}]},
                 {"orderId": "k2", "customerId": "kim", "at": "2026-03-01T08:00:00Z", "lines":
                  [{"productId": "pot", "quantity": 1, "unitPrice": 20}]}]""");
        assertThat(lines("kim")).containsExactly("pot 1 20.0");
        assertThat(lines("guest:k1")).containsExactly("tea 0.5 4.0");

        write("orders", first, """
                {"orderId": "k2", "customerId": "kim", "at": "2026-03-01T08:00:00Z", "updatedAt": "2026-03-03T08:00:00Z",
                 "status": "Payment failed", "lines": [{"productId": "pot", "quantity": 1, "unitPrice": 20}]}""");
        assertThat(lines("kim")).isEmpty();
        assertThat(lines("guest:k1")).containsExactly("tea 0.5 4.0");
    }

    @Test
    void writesWhatAMessageNamesOfAProductAndNothingElse() {
        write("products", """
                {"productId": "jug", "name": "Jug", "price": 9.5, "releasedAt": "2026-03-01T08:00:00Z", "stock": 3,
                 "attributes": {"color": ["red", "blue"], "brand": "Kiln"}}""");
        write(
                "products",
                "[{\"productId\": \"jug\", \"price\": 8.5, \"stock\": null, \"attributes\": {\"color\": \"red\"}}]");

        assertThat(database.texts("""
                MATCH (p:Product {id: 'jug'}) RETURN [key IN keys(p) WHERE key <> 'changedAt' |
                  key + ' ' + toString(p[key])] AS facts"""))
                .containsExactlyInAnyOrder("id jug", "name Jug", "price 8.5", "releasedAt 2026-03-01T08:00:00Z");
        assertThat(database.texts("""
                MATCH (:Product {id: 'jug'})-[:HAS]->(a) WITH a ORDER BY a.key
                RETURN collect(a.key + ' ' + a.value)""")).containsExactly("brand Kiln", "color red");
        assertThat(database.count("MATCH (:Product {id: 'jug'})-[:HAS]->(b:Brand {value: 'Kiln'}) RETURN count(b)"))
                .isOne();
    }

    private static List<String> lines(String customer) {
        return database.texts("""
                OPTIONAL MATCH (:Customer {id: '%s'})-[r:PURCHASED]->(p) WITH r, p ORDER BY p.id
                RETURN collect(p.id + ' ' + toString(r.quantity) + ' ' + coalesce(toString(r.unitPrice), 'null'))""".formatted(customer));
    }

    private static void write(String topic, String... values) {
        List<Map<String, Object>> messages = Arrays.stream(values)
                .map(value -> Map.of("header", Map.of(), "key", "", "value", JSON.readValue(value, Object.class)))
                .toList();
        try (Driver driver = GraphDatabase.driver(database.uri(), database.login())) {
            driver.executableQuery("UNWIND $events AS message WITH message.header AS __header, message.key AS __key, "
                            + "message.value AS __value CALL {WITH * " + read(topic + ".cypher") + "}")
                    .withParameters(Map.of("events", messages))
                    .execute();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String read(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    private static String statementOfTheImport(String name) throws IOException {
        try (InputStream file = OrderWriter.class.getResourceAsStream("/org/cartograph/load/" + name + ".cypher")) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("//"))
                    .collect(Collectors.joining("\n"))
                    .strip()
                    .replaceAll(";$", "");
        }
    }

    private static String onOneLine(String cypher) {
        return cypher.replaceAll("\\s+", " ").strip();
    }
}
