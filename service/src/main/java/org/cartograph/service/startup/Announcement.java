package org.cartograph.service.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** One line that says where the service answers and from which database; a demo prints a page of its own. */
@Component
@ConditionalOnBooleanProperty(name = "cartograph.demo", havingValue = false, matchIfMissing = true)
final class Announcement {

    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final Environment environment;

    Announcement(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        boolean encrypted = environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.certificate")
                || environment.containsProperty("server.ssl.key-store");
        LOG.info(
                "Recommendations at {}://{}:{}/v1/recommendations from {}",
                encrypted ? "https" : "http",
                environment.getProperty("server.address", "localhost"),
                environment.getProperty("local.server.port"),
                environment.getProperty("cartograph.neo4j.uri"));
    }
}
