package org.cartograph.service.database;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cartograph.service.startup.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the shop's Neo4j is: {@code cartograph.neo4j.*}.
 *
 * @param uri      {@code bolt://host:7687}, or {@code neo4j://host:7687} where a server is to say which server answers;
 *                 null in a demo, which brings its own
 * @param username the database user
 * @param password null when the server asks for none
 * @param database the server's default database when null
 * @param trustedCertificates a PEM file with the authorities that may vouch for the server, with which the connection is
 *                            encrypted; null = as the scheme of the uri says, by the authorities of the JVM
 */
@ConfigurationProperties("cartograph.neo4j")
public record Neo4jSettings(
        @Nullable URI uri,
        @DefaultValue("neo4j") String username,
        @Nullable String password,
        @Nullable String database,
        @Nullable Path trustedCertificates) {

    public Neo4jSettings {
        if (trustedCertificates != null && !Files.isReadable(trustedCertificates)) {
            throw new CannotStart("`cartograph.neo4j.trusted-certificates` must be a file that can be read, but was "
                    + trustedCertificates + ".");
        }
    }

    @Override
    public String toString() {
        return "Neo4jSettings[uri=%s, username=%s, database=%s]".formatted(uri, username, database);
    }
}
