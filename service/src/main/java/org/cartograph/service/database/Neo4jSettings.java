package org.cartograph.service.database;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the shop's Neo4j is: {@code cartograph.neo4j.*}.
 *
 * @param uri      {@code bolt://host:7687}; null in a demo, which brings its own
 * @param username the database user
 * @param password null when the server asks for none
 * @param database the server's default database when null
 */
@ConfigurationProperties("cartograph.neo4j")
public record Neo4jSettings(
        @Nullable URI uri,
        @DefaultValue("neo4j") String username,
        @Nullable String password,
        @Nullable String database) {

    @Override
    public String toString() {
        return "Neo4jSettings[uri=%s, username=%s, database=%s]".formatted(uri, username, database);
    }
}
