package org.cartograph.service.warmup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import org.springframework.core.env.Environment;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** As a storefront asks. It has no key: where one is wanted it gets no answer. */
final class OverHttp implements Pages {

    private final String address;
    private final Subject subject;
    private final JsonMapper json;

    OverHttp(Environment environment, Subject subject, JsonMapper json) {
        this.address = "http://%s:%s/v1/recommendations"
                .formatted(
                        environment.getProperty("server.address", "127.0.0.1"),
                        environment.getProperty("local.server.port"));
        this.subject = subject;
        this.json = json;
    }

    @Override
    public boolean answers(String context, Duration atMost) {
        int millis = Math.toIntExact(Math.max(1, atMost.toMillis()));
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(millis);
            connection.setReadTimeout(millis);
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream body = connection.getOutputStream()) {
                body.write(json.writeValueAsBytes(subject.question(context, atMost)));
            }
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return false;
            }
            try (InputStream answer = connection.getInputStream()) {
                return !json.readTree(answer).path("degraded").asBoolean();
            }
        } catch (IOException | IllegalArgumentException | JacksonException unanswered) {
            return false;
        }
    }
}
