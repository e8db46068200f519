package org.cartograph.service.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo's own Neo4j: {@code cartograph.database.*}.
 *
 * @param home     where it keeps its data, relative to the working directory
 * @param boltPort where drivers connect; 0 takes any free port
 * @param httpPort where Neo4j Browser is; 0 takes any free port
 * @param jar      cartograph-database.jar; looked for near this service's own jar when null
 */
@ConfigurationProperties("cartograph.database")
record DemoSettings(
        @DefaultValue("./cartograph-data") Path home,
        @DefaultValue("7687") int boltPort,
        @DefaultValue("7474") int httpPort,
        @Nullable Path jar) {

    /** The home as one would type it from anywhere. */
    Path absoluteHome() {
        return home.toAbsolutePath().normalize();
    }
}
