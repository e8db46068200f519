package org.cartograph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.neo4j.driver.AuthTokens;

/** The contract on Neo4j 2026.x, with the very same jar; run by the profile {@code neo4j-2026} with a newer JDK. */
@EnabledIfSystemProperty(named = "cartograph.neo4j-2026.java", matches = ".+")
final class NewerNeo4jContractIT implements PluginContract {

    private static ServerProcess server;
    private static Graph graph;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(List.of(
                System.getProperty("cartograph.neo4j-2026.java"),
                "-Xmx512m",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                Path.of("neo4j-2026", "target", "lib").toAbsolutePath() + "/*",
                Path.of("neo4j-2026", "HarnessServer.java").toAbsolutePath().toString(),
                ServerProcess.built("target/plugins/cartograph-procedures.jar").toString()));
        graph = new Graph(server.uri(), AuthTokens.none());
    }

    @AfterAll
    static void stop() {
        graph.close();
        server.close();
    }

    @Test
    void isTheNewerLineIndeed() {
        assertThat(graph.texts("CALL dbms.components() YIELD versions RETURN versions[0]"))
                .singleElement()
                .asString()
                .startsWith("2026.");
    }

    @Override
    public Graph graph() {
        return graph;
    }
}
