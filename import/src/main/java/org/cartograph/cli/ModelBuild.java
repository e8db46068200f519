package org.cartograph.cli;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/** Lets the plugin learn from what is in the graph. */
final class ModelBuild {

    private static final String KEYS = "CALL cartograph.schema.install()";
    private static final String BUILD = "CALL cartograph.model.build() YIELD edges RETURN sum(edges) AS edges";

    private ModelBuild() {}

    /**
     * Builds the model.
     *
     * @param database the server's default when null
     * @return how many edges it has
     * @throws org.neo4j.driver.exceptions.Neo4jException where the database has no such plugin
     */
    static long by(Driver driver, @Nullable String database) {
        SessionConfig config = database == null ? SessionConfig.defaultConfig() : SessionConfig.forDatabase(database);
        try (Session session = driver.session(config)) {
            session.run(KEYS).consume();
            // Not in a transaction function: it writes in transactions of its own, which would wait for that one.
            return session.run(BUILD).single().get("edges").asLong();
        }
    }
}
