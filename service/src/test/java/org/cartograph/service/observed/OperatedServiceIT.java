package org.cartograph.service.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.cartograph.service.demo.ChildDatabase;
import org.cartograph.service.demo.ServiceJar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar as it runs in production: with logs for machines, and stopped while it works. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OperatedServiceIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static ServiceJar service;
    private static int port;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        database = TeaShop.open();
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        service = ServiceJar.start(
                folder,
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--cartograph.security.mode=open",
                "--cartograph.neo4j.uri=" + database.uri(),
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.snapshot.file=" + folder.resolve("snapshot.json"),
                "--cartograph.warm-up.time=0",
                "--cartograph.log.slow=1ms",
                "--logging.structured.format.console=ecs");
        until(() -> service.lines().stream().anyMatch(line -> line.contains("Recommendations at ")));
    }

    @AfterAll
    static void stop() {
        database.thaw();
        service.close();
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.holds()) {
            assertThat(Instant.now()).as("%s", service.lines()).isBefore(deadline);
            Thread.sleep(20);
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder page(String rest) {
        return request("/v1/recommendations").POST(BodyPublishers.ofString(TeaShop.CART + rest + "}"));
    }

    private static JsonNode lineOf(String requestId) {
        return service.lines().stream()
                .filter(line -> line.contains("\"" + requestId + "\""))
                .map(line -> JsonMapper.shared().readTree(line))
                .findFirst()
                .orElse(JsonMapper.shared().missingNode());
    }

    @Test
    @Order(1)
    void namesARequestThatTookLongInItsLog() throws IOException, InterruptedException {
        send(page("").header("X-Request-Id", "page-1").header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));
        until(() -> !lineOf("page-1").isMissingNode());

        JsonNode line = lineOf("page-1");

        assertThat(line.path("message").asString()).startsWith("POST /v1/recommendations ended with 200 after ");
        assertThat(line.path("traceId").asString()).isEqualTo(TRACE);
        assertThat(line.path("route").asString()).isEqualTo("/v1/recommendations");
    }

    @Test
    @Order(2)
    void namesARequestThatWaitedForACommit() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(request("/v1/orders").header("X-Request-Id", "order-1").POST(BodyPublishers.ofString("""
                        {"orderId": "o9", "customerId": "ann-of-the-mill", "at": "2026-03-01T08:00:00Z",
                         "lines": [{"productId": "tea", "quantity": 1}]}""")));
        assertThat(answer.statusCode()).isEqualTo(200);
        until(() -> !lineOf("order-1").isMissingNode());

        assertThat(lineOf("order-1").path("route").asString()).isEqualTo("/v1/orders");
    }

    @Test
    @Order(3)
    void keepsPeopleOutOfItsLog() throws IOException, InterruptedException {
        Thread.sleep(1_000); // so that none of the lines below is left out
        send(page(",\"customerId\":\"ann-of-the-mill\",\"visitorId\":\"v-of-the-mill\""));
        send(request("/v1/recommendations/home?customer=ann-of-the-mill&visitor=v-of-the-mill"));
        send(request("/v1/events").POST(BodyPublishers.ofString("""
                [{"eventId": "e1", "type": "view", "productId": "tea", "visitorId": "v-of-the-mill"}]""")));
        send(request("/v1/customers/ann-of-the-mill/export"));
        send(request("/v1/ann-of-the-mill"));
        send(request("/v1/customers/ann-of-the-mill")
                .header("X-Request-Id", "leave-1")
                .DELETE());
        until(() -> !lineOf("leave-1").isMissingNode());

        assertThat(lineOf("leave-1").path("route").asString()).isEqualTo("/v1/customers/{id}");
        assertThat(service.lines()).noneMatch(line -> line.contains("of-the-mill"));
    }

    @Test
    @Order(4)
    void writesNothingButJsonLines() {
        assertThat(service.lines())
                .allSatisfy(line -> assertThat(JsonMapper.shared()
                                .readTree(line)
                                .path("@timestamp")
                                .asString())
                        .isNotBlank());
    }

    @Test
    @Order(5)
    void finishesWhatItHasBegunWhenItIsStopped() throws InterruptedException {
        database.freeze();
        CompletableFuture<HttpResponse<String>> begun =
                HttpClient.newHttpClient().sendAsync(page("").build(), BodyHandlers.ofString());
        Thread.sleep(500);
        assertThat(begun).isNotDone();

        service.terminate();
        until(OperatedServiceIT::refusesConnections);
        assertThatThrownBy(() -> send(page(""))).isInstanceOf(ConnectException.class);
        assertThat(begun).isNotDone();
        database.thaw();

        HttpResponse<String> answer = begun.join();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"degraded\":false").contains("mug");
    }

    private static boolean refusesConnections() {
        try {
            send(request("/actuator/health/liveness"));
            return false;
        } catch (IOException refused) {
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
