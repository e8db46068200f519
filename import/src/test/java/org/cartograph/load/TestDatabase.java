package org.cartograph.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cartograph.load.graph.Schema;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** One real Neo4j for all tests of a JVM, reached over Bolt as a user would; wiped between tests. */
public final class TestDatabase {

    private static final Neo4j SERVER =
            Neo4jBuilders.newInProcessBuilder().withDisabledServer().build();
    private static final Driver DRIVER = GraphDatabase.driver(SERVER.boltURI(), AuthTokens.none());

    private TestDatabase() {}

    /** The driver; never closed. */
    public static Driver driver() {
        return DRIVER;
    }

    /** Where it listens. */
    public static String uri() {
        return SERVER.boltURI().toString();
    }

    /** Takes every node away and makes sure of the keys. */
    public static Driver wiped() {
        try (Session session = DRIVER.session()) {
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")
                    .consume();
            Schema.install(session);
        }
        return DRIVER;
    }

    /** The rows of a query as maps. */
    public static List<Map<String, Object>> rows(String query) {
        try (Session session = DRIVER.session()) {
            return session.run(query).list(row -> row.asMap());
        }
    }

    /** The one value of a query. */
    public static Object value(String query) {
        try (Session session = DRIVER.session()) {
            return session.run(query).single().get(0).asObject();
        }
    }

    /**
     * The whole graph as sorted text: every node with its labels and properties, every relationship with its ends, type and properties. Two graphs
     * are the same exactly when their texts are; when a product was marked as changed is left out, being another time each time.
     */
    public static List<String> graph() {
        try (Session session = DRIVER.session()) {
            List<String> nodes = session.run("MATCH (n) RETURN labels(n) AS labels, n {.*, changedAt: null} AS p")
                    .list(row -> row.get("labels").asList().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .toList()
                            + sorted(row.get("p").asMap()));
            List<String> edges = session.run("""
                            MATCH (a)-[r]->(b)
                            RETURN coalesce(a.id, a.key + '=' + a.value) AS a, type(r) AS type,
                                coalesce(b.id, b.key + '=' + b.value) AS b, properties(r) AS p
                            """)
                    .list(row -> row.get("a") + "-" + row.get("type") + "->" + row.get("b")
                            + sorted(row.get("p").asMap()));
            return Stream.concat(nodes.stream(), edges.stream()).sorted().toList();
        }
    }

    private static String sorted(Map<String, Object> properties) {
        return new TreeMap<>(properties).toString();
    }
}
