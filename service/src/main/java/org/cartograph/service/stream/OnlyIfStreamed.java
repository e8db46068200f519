package org.cartograph.service.stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out what Spring Boot configures of Kafka where nothing is read from it. What a client measures of itself, some
 * hundred figures, is always left out.
 */
final class OnlyIfStreamed implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String KAFKA = "org.springframework.boot.kafka.";
    private static final String FIGURES = KAFKA + "autoconfigure.metrics.";

    private boolean streamed;

    @Override
    public void setEnvironment(Environment environment) {
        streamed = environment.getProperty("cartograph.kafka.enabled", Boolean.class, false);
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[configurations.length];
        for (int index = 0; index < configurations.length; index++) {
            wanted[index] = isWanted(configurations[index]);
        }
        return wanted;
    }

    /** Others may have left out a configuration already. */
    boolean isWanted(@Nullable String configuration) {
        return configuration == null
                || !configuration.startsWith(KAFKA)
                || (streamed && !configuration.startsWith(FIGURES));
    }
}
