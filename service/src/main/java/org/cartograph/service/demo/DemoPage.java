package org.cartograph.service.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.cartograph.service.demo.DatabaseProcess.Addresses;
import org.cartograph.service.demo.DemoExamples.Example;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a newcomer reads: where everything is, and some calls with the answers they really give. */
final class DemoPage {

    private static final int ITEMS_SHOWN = 3;
    private static final int SHOWN_OF_A_TOKEN = 12;
    private static final int TRIES = 50;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json = JsonMapper.shared();
    private final PrintStream out;
    private final String service;

    DemoPage(PrintStream out, String service) {
        this.out = out;
        this.service = service;
    }

    void addresses(Addresses database, Path home, String listening) {
        out.printf("""

                Recommendations  %s/v1/recommendations
                Neo4j Browser    %s/browser/  (user neo4j, password in %s)
                Health           %s/actuator/health
                Keys             none: a demo asks nobody for one, and listens on %s
                """, service, database.http(), home.resolve("password"), service, listening);
    }

    void examples(List<Example> examples) {
        JsonNode shown = json.missingNode();
        for (Example example : examples) {
            JsonNode answer = answer(example);
            show(example, shortened(answer));
            shown = shown.isMissingNode() ? answer : shown;
        }
        if (shown.has("recommendationId")) {
            Example click = click(shown);
            show(click, ask(click).toString());
        }
        out.println();
        out.printf("Ready %d s after the start. Stop with Ctrl-C.%n", uptimeSeconds());
    }

    private void show(Example example, String answer) {
        out.println();
        out.println("# " + example.question());
        out.println(curl(example));
        out.println(answer);
    }

    /** What a page reports when somebody clicks on the first item of an answer. */
    private Example click(JsonNode answer) {
        ObjectNode event = json.createObjectNode()
                .put("eventId", UUID.randomUUID().toString())
                .put("type", "click")
                .put("visitorId", "demo-visitor");
        event.set(
                "productId",
                answer.path("placements").path(0).path("items").path(0).path("productId"));
        event.set("recommendationId", answer.path("recommendationId"));
        return new Example(
                "The first of them is clicked, and the next answers learn from it:", "/v1/events", event.toString());
    }

    private static long uptimeSeconds() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime())
                .toSeconds();
    }

    private String curl(Example example) {
        String address = "'" + service + example.path() + "'";
        return example.body().isEmpty()
                ? "curl -s " + address
                : "curl -s " + address + " -H 'Content-Type: application/json' -d '" + example.body() + "'";
    }

    /** The first questions find a cold server; what is shown is the answer of a warm one. */
    private JsonNode answer(Example example) {
        JsonNode answer = ask(example);
        for (int attempt = 1; attempt < TRIES && answer.path("degraded").asBoolean(true); attempt++) {
            pause();
            answer = ask(example);
        }
        return answer;
    }

    private JsonNode ask(Example example) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(service + example.path())).timeout(Duration.ofSeconds(20));
        if (!example.body().isEmpty()) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(example.body()));
        }
        try {
            return json.readTree(
                    http.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException failed) {
            return json.createObjectNode().put("failed", String.valueOf(failed.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return json.createObjectNode();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The answer, one line an item, without what a page needs and a reader does not. */
    private String shortened(JsonNode answer) {
        if (!answer.has("placements")) {
            return answer.toString();
        }
        ObjectNode head = answer.deepCopy().asObject();
        head.remove("placements");
        head.put("recommendationId", head.path("recommendationId").asString().substring(0, SHOWN_OF_A_TOKEN) + "…");
        StringJoiner lines = new StringJoiner("\n");
        lines.add(head.toString().replaceFirst("}$", ",\"placements\":["));
        for (JsonNode placement : answer.path("placements")) {
            lines.add("  {\"name\":%s,\"title\":%s,\"items\":["
                    .formatted(placement.path("name"), placement.path("title")));
            JsonNode items = placement.path("items");
            for (int index = 0; index < Math.min(ITEMS_SHOWN, items.size()); index++) {
                lines.add("    " + item(items.get(index)));
            }
            int more = items.size() - ITEMS_SHOWN;
            lines.add(more > 0 ? "    … " + more + " more]}" : "  ]}");
        }
        return lines.add("]}").toString();
    }

    private String item(JsonNode item) {
        ObjectNode shown = json.createObjectNode();
        shown.set("productId", item.path("productId"));
        shown.put("score", Math.round(item.path("score").asDouble() * 1_000) / 1_000.0);
        JsonNode product = item.path("product");
        shown.putObject("product").set("name", product.path("name")).set("price", product.path("price"));
        shown.putArray("reasons")
                .addObject()
                .set("text", item.path("reasons").path(0).path("text"));
        return shown.toString();
    }
}
