package org.cartograph.service.warmup;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Spring Boot says that a service is ready when its runners have ended; a demo warms up when its database is there. */
@Component
@ConditionalOnBooleanProperty(name = "cartograph.demo", havingValue = false, matchIfMissing = true)
final class BeforeReady implements ApplicationRunner {

    private final WarmUp warmUp;

    BeforeReady(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        warmUp.run();
    }
}
