package org.cartograph.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** The running Neo4j server. */
record Server(DatabaseManagementService service, String bolt, String http) {

    static Server start(
            Path home, String bind, int boltPort, int httpPort, boolean noAuth, @Nullable String wantedPassword)
            throws IOException {
        Files.createDirectories(home.resolve("plugins"));
        Files.createDirectories(home.resolve("import"));
        Path here;
        try {
            here = Path.of(Server.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IOException(e);
        }
        try (Stream<Path> jars = Files.list(here.resolveSibling("plugins"))) {
            for (Path jar : jars.toList()) {
                Files.copy(
                        jar,
                        home.resolve("plugins").resolve(String.valueOf(jar.getFileName())),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        System.setProperty("apoc.import.file.enabled", "true");
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(home)
                .setConfig(GraphDatabaseSettings.auth_enabled, !noAuth)
                .setConfig(GraphDatabaseSettings.default_listen_address, new SocketAddress(bind))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress(bind, boltPort))
                .setConfig(HttpConnector.enabled, true)
                .setConfig(HttpConnector.listen_address, new SocketAddress(bind, httpPort))
                .setConfig(GraphDatabaseSettings.load_csv_file_url_root, home.resolve("import"))
                .setConfig(GraphDatabaseSettings.procedure_allowlist, List.of("cartograph.*", "apoc.*"))
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, 512L << 20)
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown, "shutdown"));
        GraphDatabaseService system = service.database("system");
        if (!noAuth) {
            Path file = home.resolve("password");
            String password = wantedPassword;
            if (password == null && Files.exists(file)) {
                password = Files.readString(file, UTF_8).strip();
            }
            if (password == null) {
                byte[] random = new byte[18];
                new SecureRandom().nextBytes(random);
                password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            }
            if (!Files.exists(file) || !Files.readString(file, UTF_8).strip().equals(password)) {
                Files.deleteIfExists(file);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, password + "\n", UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
                if (wantedPassword == null) {
                    System.out.println("User neo4j, password " + password);
                }
            }
            try {
                system.executeTransactionally(
                        "ALTER USER neo4j SET PASSWORD $p CHANGE NOT REQUIRED", Map.of("p", password));
            } catch (QueryExecutionException e) {
                if (!String.valueOf(e.getMessage()).contains("cannot be the same")) {
                    throw e;
                }
            }
        }
        ConnectorPortRegister ports =
                ((GraphDatabaseAPI) system).getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
        int bolt = ports.getLocalAddress(ConnectorType.BOLT).getPort();
        int http = ports.getLocalAddress(ConnectorType.HTTP).getPort();
        String host = Set.of("0.0.0.0", "::").contains(bind) ? "127.0.0.1" : bind;
        return new Server(service, "bolt://" + host + ":" + bolt, "http://" + host + ":" + http);
    }
}
