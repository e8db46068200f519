package org.cartograph.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cartograph.procedure.ModelProcedures;
import org.cartograph.procedure.RecommendProcedures;
import org.cartograph.procedure.SchemaProcedures;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.exceptions.KernelException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** A real Neo4j server with our plugin on the home of a shop that was loaded before, which it changes. */
final class HomeServer implements AutoCloseable {
    private static final long PAGE_CACHE = 1_500L << 20;

    private final DatabaseManagementService server;
    private final GraphDatabaseAPI database;

    HomeServer(Path home) {
        server = new DatabaseManagementServiceBuilder(home)
                .setConfig(GraphDatabaseSettings.pagecache_memory, PAGE_CACHE)
                // The home has a jar of another day; these classes are what is measured.
                .setConfig(
                        GraphDatabaseSettings.plugin_dir,
                        home.resolve("no-plugins").toAbsolutePath())
                .setConfig(GraphDatabaseSettings.auth_enabled, false)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .build();
        database = (GraphDatabaseAPI) server.database("neo4j");
        GlobalProcedures procedures = database.getDependencyResolver().resolveDependency(GlobalProcedures.class);
        try {
            procedures.registerProcedure(ModelProcedures.class);
            procedures.registerProcedure(SchemaProcedures.class);
            procedures.registerProcedure(RecommendProcedures.class);
        } catch (KernelException broken) {
            throw new IllegalStateException(broken);
        }
    }

    GraphDatabaseService database() {
        return database;
    }

    URI bolt() {
        ConnectorPortRegister ports = database.getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
        int port = Objects.requireNonNull(ports.getLocalAddress(ConnectorType.BOLT))
                .getPort();
        return URI.create("bolt://127.0.0.1:" + port);
    }

    /** Runs a statement in a transaction of its own and gives all its rows. */
    List<Map<String, Object>> rows(String statement, Map<String, Object> parameters) {
        return database.executeTransactionally(statement, parameters, result -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            result.forEachRemaining(rows::add);
            return rows;
        });
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
