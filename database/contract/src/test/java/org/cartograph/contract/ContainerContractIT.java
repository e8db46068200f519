package org.cartograph.contract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.neo4j.driver.AuthTokens;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.utility.MountableFile;

/** The contract on the official image with the plugin and nothing else; skipped where there is no Docker engine. */
@Testcontainers(disabledWithoutDocker = true)
final class ContainerContractIT implements PluginContract {

    private static final int BOLT = 7687;
    private static final int HTTP = 7474;

    @Container
    private static final GenericContainer<?> NEO4J = new GenericContainer<>("neo4j:5.26-community")
            .withEnv("NEO4J_AUTH", "none")
            .withCopyFileToContainer(
                    MountableFile.forHostPath(ServerProcess.built("target/plugins/cartograph-procedures.jar")),
                    "/var/lib/neo4j/plugins/cartograph-procedures.jar")
            .withExposedPorts(BOLT, HTTP)
            .waitingFor(Wait.forHttp("/").forPort(HTTP));

    private static Graph graph;

    @BeforeAll
    static void open() {
        graph = new Graph("bolt://" + NEO4J.getHost() + ":" + NEO4J.getMappedPort(BOLT), AuthTokens.none());
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @Override
    public Graph graph() {
        return graph;
    }
}
