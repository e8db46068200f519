package org.cartograph.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.server.configuration.ServerSettings;

/**
 * The settings that a shop may change, in a {@code neo4j.conf} of its own: any of Neo4j's settings that is no option of
 * this program. What it does not mention has a default for a server of one shop on one machine.
 */
final class ShopSettings {

    private final Path file;

    ShopSettings(Path file) {
        this.file = file;
    }

    void applyTo(DatabaseManagementServiceBuilder builder) throws IOException {
        Properties given = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                given.load(reader);
            }
            builder.loadPropertiesFromFile(file);
        }
        Defaults defaults = new Defaults(builder, given);
        defaults.set(GraphDatabaseSettings.procedure_allowlist, List.of("cartograph.*", "apoc.*"));
        // Nothing is reported to anyone, neither by the server nor by Neo4j Browser.
        defaults.set(GraphDatabaseSettings.udc_enabled, false);
        defaults.set(ServerSettings.allow_telemetry, false);
        // The defaults of a large server would make an empty home 500 MB.
        defaults.set(GraphDatabaseSettings.preallocate_logical_logs, false);
        defaults.set(GraphDatabaseSettings.keep_logical_logs, "256M size");
    }

    private record Defaults(DatabaseManagementServiceBuilder builder, Properties given) {

        <T> void set(Setting<T> setting, T value) {
            if (!given.containsKey(setting.name())) {
                builder.setConfig(setting, value);
            }
        }
    }
}
