package org.cartograph.service.openapi;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cartograph.service.RunningService;
import tools.jackson.databind.JsonNode;

/** Requests of every kind that a document describes, and of kinds that it does not. */
final class FuzzedRequests {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/yaml",
            "application/json;charset=utf-16",
            "application/json; charset=nonsense",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "nonsense",
            "*/*");
    private static final List<String> ACCEPTED = List.of(
            "text/html", "application/xml", "application/yaml", "*/*;q=0", "application/problem+json", "nonsense");
    private static final List<String> QUERIES = List.of(
            "a=%00",
            "product",
            "limit=1&limit=2",
            "=",
            "&&&",
            "product[]=1",
            "%F0%28%8C%28=1",
            "limit=%20",
            "seed=1e9",
            "minPrice=NaN",
            "maxPrice=-Infinity",
            "inStock=TRUE",
            "minPrice=2&maxPrice=1",
            "limit=99999999999999999999");

    private final RunningService service;
    private final Document document;
    private final List<Endpoint> endpoints;
    private final Random random;
    private final OddTexts texts;
    private final FuzzedValues values;

    FuzzedRequests(RunningService service, Document document, long seed) {
        this.service = service;
        this.document = document;
        this.endpoints = document.endpoints();
        this.random = new Random(seed);
        this.texts = new OddTexts(random);
        this.values = new FuzzedValues(document, random);
    }

    /**
     * A request.
     *
     * @param path the address as the document writes it
     */
    record Fuzzed(String method, String path, String address, String body, HttpRequest request) {

        @Override
        public String toString() {
            return "%s %s %s".formatted(method, address, body.length() > 400 ? body.substring(0, 400) + "…" : body);
        }
    }

    private boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    Fuzzed next() {
        Endpoint endpoint = texts.pick(endpoints);
        String method = onceIn(40) ? texts.pick(METHODS) : endpoint.method();
        String address = address(endpoint);
        String body = endpoint.takesABody() || onceIn(20) ? body(endpoint) : "";
        HttpRequest.Builder request = service.request(address)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!onceIn(60)) {
            request.header("Content-Type", onceIn(40) ? texts.pick(TYPES) : "application/json");
        }
        if (onceIn(40)) {
            request.header("Accept", texts.pick(ACCEPTED));
        }
        return new Fuzzed(method, endpoint.path(), address, body, request.build());
    }

    private String body(Endpoint endpoint) {
        String body = onceIn(15)
                ? texts.pick(endpoint.bodies())
                : ascii(values.of(endpoint.bodySchema()).toString());
        if (onceIn(25) && !body.isEmpty()) {
            int at = random.nextInt(body.length());
            return onceIn(2)
                    ? body.substring(0, at)
                    : body.substring(0, at)
                            + texts.pick(List.of("\"", "{", "]", ",", "\u0000", "1", "\\u00"))
                            + body.substring(at);
        }
        return body;
    }

    /** Half a character is no text that could be sent, but JSON can say it. */
    private static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length());
        for (char one : json.toCharArray()) {
            ascii.append(one < 127 ? String.valueOf(one) : "\\u%04x".formatted((int) one));
        }
        return ascii.toString();
    }

    private String address(Endpoint endpoint) {
        String address = endpoint.path();
        for (JsonNode parameter : endpoint.parameters("path")) {
            String given = onceIn(5)
                    ? values.text(parameter.path("schema"))
                    : parameter.path("example").asString();
            address = address.replace(
                    "{" + parameter.path("name").asString() + "}", given.isEmpty() ? "%20" : encoded(given));
        }
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : endpoint.parameters("query")) {
            if (onceIn(4)) {
                JsonNode value = values.of(parameter.path("schema"));
                List<JsonNode> all = value.isArray() ? value.valueStream().toList() : List.of(value);
                all.stream()
                        .limit(100)
                        .forEach(one -> query.add(parameter.path("name").asString() + "=" + encoded(one.asString(""))));
            }
        }
        if (onceIn(15)) {
            query.add(texts.pick(QUERIES));
        }
        String whole = query.isEmpty() ? address : address + "?" + String.join("&", query);
        return whole.length() > 20_000 ? whole.substring(0, 20_000).replaceAll("%.?$", "") : whole;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What is wrong with the answer to a request. */
    List<String> faults(Fuzzed asked, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) {
            return isOutOfTime(asked, answer) ? List.of() : List.of("status " + answer.statusCode());
        }
        Endpoint endpoint = document.endpoint(asked.method(), asked.path()).orElse(null);
        if (endpoint != null && !answer.body().isEmpty()) {
            List<String> faults = document.faults(endpoint, answer);
            return faults.isEmpty() || !isUnrouted(asked, answer) ? faults : List.of();
        }
        boolean refused = List.of(200, 204, 400, 403, 404, 405, 406, 415).contains(answer.statusCode());
        return refused ? List.of() : List.of("status " + answer.statusCode());
    }

    /** A page that waits for a few milliseconds cannot have anything explained. */
    private static boolean isOutOfTime(Fuzzed asked, HttpResponse<String> answer) {
        return answer.statusCode() == 503
                && asked.path().equals("/v1/explanations")
                && asked.body().contains("budgetMs");
    }

    /** An id of dots or slashes makes an address of another kind. */
    private static boolean isUnrouted(Fuzzed asked, HttpResponse<String> answer) {
        return asked.path().contains("{") && List.of(404, 405).contains(answer.statusCode());
    }
}
