package org.cartograph.service.startup;

import java.util.Map;
import java.util.UUID;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Refuses to start without a database, before anything else is started, and keeps a demo to this machine: it listens on
 * loopback unless {@code server.address} says otherwise, asks nobody for a key, and signs with a key of its own.
 */
final class WhichDatabase implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean demo = environment.getProperty("cartograph.demo", Boolean.class, false);
        String uri = environment.getProperty("cartograph.neo4j.uri", "");
        if (!demo && uri.isBlank()) {
            throw new CannotStart(
                    "Say which Neo4j to use: --demo starts one of its own with a demo shop, "
                            + "--cartograph.neo4j.uri=bolt://host:7687 with CARTOGRAPH_NEO4J_PASSWORD in the environment uses yours.");
        }
        if (demo && !uri.isBlank()) {
            throw new CannotStart("--demo brings a Neo4j of its own, so that --cartograph.neo4j.uri=" + uri
                    + " would be unused: give one of the two.");
        }
        String mode = environment.getProperty("cartograph.security.mode", "open");
        if (demo && !mode.equalsIgnoreCase("open")) {
            throw new CannotStart(
                    "--demo asks nobody for a key, so that `cartograph.security.mode` must be open, but was " + mode
                            + ": start without --demo to try keys.");
        }
        if (demo) {
            String key = UUID.randomUUID() + "/" + UUID.randomUUID();
            Map<String, Object> properties = Map.of(
                    "server.address", "127.0.0.1", "cartograph.security.mode", "open", "cartograph.token.key", key);
            environment.getPropertySources().addLast(new MapPropertySource("demo", properties));
        }
    }
}
