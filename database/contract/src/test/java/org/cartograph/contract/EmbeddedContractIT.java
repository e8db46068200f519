package org.cartograph.contract;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;

/** The contract on the server that this project brings. */
final class EmbeddedContractIT implements PluginContract {

    @TempDir
    private static Path home;

    private static ServerProcess server;
    private static Graph graph;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                ServerProcess.built("target/cartograph-database.jar").toString(),
                "--home",
                home.toString(),
                "--bolt-port",
                "0",
                "--http-port",
                "0",
                "--no-auth"));
        graph = new Graph(server.uri(), AuthTokens.none());
    }

    @AfterAll
    static void stop() {
        graph.close();
        server.close();
    }

    @Override
    public Graph graph() {
        return graph;
    }
}
