package org.cartograph.service.openapi;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.cartograph.service.RunningService;

/** Calls a service by what is documented, with a key for each role. */
final class Shopkeeper {

    private static final List<String> ROLES = List.of("storefront", "ingest", "admin", "monitor");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final RunningService service;

    Shopkeeper(RunningService service) {
        this.service = service;
    }

    /** Arguments that configure the keys. */
    static String[] arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--cartograph.security.mode=keys");
        for (String role : ROLES) {
            String key = "--cartograph.security.keys[" + ROLES.indexOf(role) + "].";
            arguments.add(key + "name=" + role);
            arguments.add(key + "secret=" + keyOf(role));
            arguments.add(key + "roles=" + role);
        }
        return arguments.toArray(String[]::new);
    }

    static String keyOf(String role) {
        return "cg_%012x_%s".formatted(ROLES.indexOf(role) + 1, "theSecretOf" + role + "x".repeat(50));
    }

    HttpResponse<String> ask(Endpoint endpoint, String body) {
        return ask(endpoint.role(), endpoint.method(), endpoint.examplePath(), body);
    }

    HttpResponse<String> ask(String role, String method, String path, String body) {
        return send(
                request(role, path), method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    HttpRequest.Builder request(String role, String path) {
        return service.request(path).header("X-API-Key", keyOf(role)).header("Content-Type", "application/json");
    }

    HttpRequest.Builder anonymous(String path) {
        return service.request(path).header("Content-Type", "application/json");
    }

    static HttpResponse<String> send(HttpRequest.Builder request, String method, BodyPublisher body) {
        try {
            return HTTP.send(request.method(method, body).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
