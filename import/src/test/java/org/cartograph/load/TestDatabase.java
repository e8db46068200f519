package org.cartograph.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cartograph.load.graph.Schema;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilder;
import org.neo4j.harness.Neo4jBuilders;

/** One real Neo4j for all tests of a JVM, reached over Bolt as a user would; wiped between tests. */
public final class TestDatabase {

    /** The plugin as its own module packages it; without it tests of it are skipped. */
    private static final Path PLUGIN = Path.of("../procedures/target/cartograph-procedures.jar");

    private static final Neo4j SERVER = server();
    private static final Driver DRIVER = GraphDatabase.driver(SERVER.boltURI(), AuthTokens.none());

    private TestDatabase() {}

    private static Neo4j server() {
        Neo4jBuilder server = Neo4jBuilders.newInProcessBuilder(Path.of("target", "neo4j"))
                .withDisabledServer()
                // A JVM that is killed leaves its files, so they are to be small and where the build cleans up.
                .withConfig(GraphDatabaseSettings.preallocate_logical_logs, false);
        return (hasPlugin() ? server.withConfig(GraphDatabaseSettings.plugin_dir, pluginDirectory()) : server).build();
    }

    /** A directory with the plugin and nothing else. */
    private static Path pluginDirectory() {
        try {
            Path directory = Files.createTempDirectory("plugins");
            Path plugin = Files.copy(PLUGIN, directory.resolve(PLUGIN.getFileName()));
            directory.toFile().deleteOnExit();
            plugin.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the procedures of the plugin can be called. */
    public static boolean hasPlugin() {
        return Files.isRegularFile(PLUGIN);
    }

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
