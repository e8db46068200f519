package org.cartograph.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service as it runs in a shop, on any free port, spoken to over HTTP; or two of them, each asked every other time as
 * a load balancer would.
 */
public final class RunningService implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final List<ConfigurableApplicationContext> instances;
    private final List<String> addresses;
    private final AtomicInteger requests = new AtomicInteger();

    private RunningService(List<ConfigurableApplicationContext> instances) {
        this.instances = instances;
        this.addresses = instances.stream()
                .map(instance -> "http://127.0.0.1:" + instance.getEnvironment().getProperty("local.server.port"))
                .toList();
    }

    /** Starts it for the Neo4j at an address, with its snapshot in a folder of the test's own, open unless a mode is given. */
    public static RunningService start(String uri, Path folder, String... properties) {
        return new RunningService(List.of(instance(uri, folder, properties)));
    }

    /** Starts two that know nothing of each other but the database and what they are configured with. */
    public static RunningService startTwo(String uri, Path folder, String... properties) {
        return new RunningService(List.of(
                instance(uri, folder.resolve("one"), properties), instance(uri, folder.resolve("other"), properties)));
    }

    private static ConfigurableApplicationContext instance(String uri, Path folder, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--server.shutdown=immediate",
                "--cartograph.warm-up.time=0",
                "--cartograph.security.mode=open",
                "--cartograph.neo4j.uri=" + uri,
                "--cartograph.snapshot.file=" + folder.resolve("snapshot.json")));
        arguments.removeIf(standard -> Arrays.stream(properties).anyMatch(given -> sameName(standard, given)));
        arguments.addAll(List.of(properties));
        return SpringApplication.run(CartographService.class, arguments.toArray(String[]::new));
    }

    private static boolean sameName(String one, String other) {
        return one.substring(0, one.indexOf('=')).equals(other.substring(0, other.indexOf('=')));
    }

    /** What came back. */
    public record Response(int status, String contentType, String cacheControl, JsonNode body) {

        /** The sentence of a problem. */
        public String detail() {
            return body.path("detail").asString();
        }

        /** Ids of the items of the first placement. */
        public List<String> items() {
            List<String> ids = new ArrayList<>();
            body.path("placements")
                    .path(0)
                    .path("items")
                    .forEach(item -> ids.add(item.path("productId").asString()));
            return ids;
        }

        /** Whether popularity stood in for the model. */
        public boolean degraded() {
            return body.path("degraded").asBoolean();
        }
    }

    public Response get(String path) {
        return send(request(path).GET());
    }

    public Response recommend(String body) {
        return post("/v1/recommendations", body);
    }

    public Response post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    public Response send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Response(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("Cache-Control").orElse(""),
                    json.readTree(response.body()));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A part of it, the first of two, to be used without HTTP. */
    public <T> T part(Class<T> type) {
        return instances.get(0).getBean(type);
    }

    public HttpRequest.Builder request(String path) {
        int turn = requests.getAndIncrement() % addresses.size();
        return HttpRequest.newBuilder(URI.create(addresses.get(turn) + path));
    }

    @Override
    public void close() {
        instances.forEach(ConfigurableApplicationContext::close);
    }
}
