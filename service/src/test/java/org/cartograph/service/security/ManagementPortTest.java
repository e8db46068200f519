package org.cartograph.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.cartograph.service.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.ConfigurableEnvironment;

/** Measurements at a port of their own, as where only that one is reached by the machines that watch. */
final class ManagementPortTest {

    @TempDir
    private static Path folder;

    @Test
    void asksForAKeyThereToo() {
        try (RunningService service =
                RunningService.start("bolt://127.0.0.1:1", folder, TestKeys.arguments("--management.server.port=0"))) {
            String port = service.part(ConfigurableEnvironment.class).getProperty("local.management.port");
            URI address = URI.create("http://127.0.0.1:" + port + "/actuator/metrics");
            String key = TestKeys.of(Role.MONITOR);

            assertThat(Caller.send(HttpRequest.newBuilder(address).build()).statusCode())
                    .isEqualTo(401);
            assertThat(Caller.send(HttpRequest.newBuilder(address)
                                    .header("X-API-Key", key)
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
