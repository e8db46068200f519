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
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs in a shop, on any free port, spoken to over HTTP. */
public final class RunningService implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final ConfigurableApplicationContext context;
    private final String address;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
        this.address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Starts it for the Neo4j at an address, with its snapshot in a folder of the test's own, open unless a mode is given. */
    public static RunningService start(String uri, Path folder, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--server.shutdown=immediate",
                "--cartograph.neo4j.uri=" + uri,
                "--cartograph.snapshot.file=" + folder.resolve("snapshot.json")));
        arguments.addAll(List.of(properties));
        if (arguments.stream().noneMatch(argument -> argument.startsWith("--cartograph.security.mode="))) {
            arguments.add("--cartograph.security.mode=open");
        }
        return new RunningService(SpringApplication.run(CartographService.class, arguments.toArray(String[]::new)));
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
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    public Response recommend(String body) {
        return post("/v1/recommendations", body);
    }

    public Response post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
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

    /** A part of it, to be used without HTTP. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    @Override
    public void close() {
        context.close();
    }
}
