package org.cartograph.database;

import java.io.IOException;
import java.util.Optional;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** The Neo4j server and the settings under which it runs here. */
final class Server {

    /** How long the databases may take to be usable, in milliseconds: a recovery after a crash reads up to 15 minutes. */
    private static final long AVAILABLE_WITHIN = 600_000;

    private final DatabaseManagementService service;

    private Server(DatabaseManagementService service) {
        this.service = service;
    }

    /**
     * Starts the server on a home that nobody else uses.
     *
     * @param credentials of the user {@code neo4j}; empty switches authentication off
     * @param pageCache memory for the graph's files outside of the heap, in bytes
     * @throws Refusal when it does not start; then nothing of it is left running
     */
    static Server start(Home home, Addresses addresses, Optional<Credentials> credentials, long pageCache) {
        DatabaseManagementService service = null;
        try {
            home.beginCreation();
            if (credentials.isPresent() && !home.holdsData()) {
                credentials.get().announceTo(home);
            }
            service = settings(home, addresses, credentials.isPresent(), pageCache)
                    .build();
            requireUsable(service, "neo4j");
            if (credentials.isPresent()) {
                credentials.get().enforceOn(service);
            }
            home.endCreation();
            return new Server(service);
        } catch (RuntimeException | IOException e) {
            if (service != null) {
                service.shutdown();
            }
            throw StartFailure.explain(e, home, addresses);
        }
    }

    /** Ends it cleanly, so that the next start has nothing to recover. */
    void stop() {
        service.shutdown();
    }

    /** A server starts even though a database of it cannot; the reason is only to be had by asking. */
    private static void requireUsable(DatabaseManagementService service, String name) {
        GraphDatabaseAPI database = (GraphDatabaseAPI) service.database(name);
        DatabaseStateService states = ((GraphDatabaseAPI) service.database("system"))
                .getDependencyResolver()
                .resolveDependency(DatabaseStateService.class);
        Optional<Throwable> failure = states.causeOfFailure(database.databaseId());
        if (failure.isPresent() || !database.isAvailable(AVAILABLE_WITHIN)) {
            throw new IllegalStateException("The database " + name + " did not start", failure.orElse(null));
        }
    }

    private static DatabaseManagementServiceBuilder settings(
            Home home, Addresses addresses, boolean authentication, long pageCache) throws IOException {
        // Lets apoc.load.* read local files, which stay confined to the import directory.
        System.setProperty("apoc.import.file.enabled", "true");
        String host = addresses.bind().getHostAddress();
        DatabaseManagementServiceBuilder builder = new DatabaseManagementServiceBuilder(home.directory());
        new ShopSettings(home.resolve("conf/neo4j.conf")).applyTo(builder);
        return builder.setConfig(GraphDatabaseSettings.auth_enabled, authentication)
                .setConfig(GraphDatabaseSettings.default_listen_address, new SocketAddress(host))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress(host, addresses.bolt()))
                .setConfig(HttpConnector.enabled, true)
                .setConfig(HttpConnector.listen_address, new SocketAddress(host, addresses.http()))
                // The ports that Neo4j Browser and routing drivers are told; the host is the one they asked.
                .setConfig(BoltConnector.advertised_address, new SocketAddress(addresses.bolt()))
                .setConfig(HttpConnector.advertised_address, new SocketAddress(addresses.http()))
                .setConfig(GraphDatabaseSettings.load_csv_file_url_root, home.resolve("import"))
                .setConfig(GraphDatabaseSettings.pagecache_memory, pageCache)
                // Otherwise every stop waits for ten quiet seconds.
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0);
    }
}
