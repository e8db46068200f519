package org.cartograph.database;

import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A server that writes its data as a release from far in the future does: the one Neo4j itself has for testing its
 * upgrades, with the highest kernel version there can be.
 */
final class NewerNeo4j {

    private NewerNeo4j() {}

    public static void main(String[] home) {
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(home[0]))
                .setConfig(GraphDatabaseInternalSettings.latest_runtime_version, Integer.MAX_VALUE)
                .setConfig(GraphDatabaseInternalSettings.latest_kernel_version, Byte.MAX_VALUE)
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .build();
        service.database("neo4j").executeTransactionally("CREATE (:Product)");
        service.shutdown();
    }
}
