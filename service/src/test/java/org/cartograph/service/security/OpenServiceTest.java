package org.cartograph.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.cartograph.service.RunningService;
import org.cartograph.service.fallback.CornerShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that asks nobody for a key is for whoever sits at its machine, and for no page of another site. */
final class OpenServiceTest {

    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        CornerShop.keepIn(folder);
        service = RunningService.start("bolt://127.0.0.1:1", folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String get(String headers) throws IOException {
        try (RawCall call = new RawCall(service)) {
            return call.send("GET /v1/recommendations/home HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n")
                    .all(5_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "LOCALHOST", "127.0.0.1:8080", "[::1]:8080"})
    void answersUnderItsOwnName(String host) throws IOException {
        assertThat(get("Host: " + host + "\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example"})
    void answersUnderNoNameThatLeadsHere(String host) throws IOException {
        assertThat(get("Host: " + host + "\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .contains(
                        "`Host` must be localhost, 127.0.0.1 or [::1] where nobody is asked for a key, but was another.");
    }

    @Test
    void answersNoPageOfAnotherSite() throws IOException {
        assertThat(get("Host: localhost\r\nOrigin: https://evil.example\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .contains("`Origin` must be this service where nobody is asked for a key, but was another.");
    }
}
