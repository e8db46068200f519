package org.cartograph.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cartograph.service.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The document itself, from a service whose database is away. */
final class DocumentTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final String WRITE = "cartograph.openapi.write";

    @TempDir
    private static Path folder;

    private static RunningService service;
    private static Document document;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "bolt://127.0.0.1:1", folder, Shopkeeper.arguments("--cartograph.writing.patience=1s"));
        document = Document.of(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void isTheOneThatIsCommitted() throws IOException {
        HttpResponse<String> served = Shopkeeper.send(service.request("/openapi.yaml"), "GET", BodyPublishers.noBody());
        if (System.getProperty(WRITE) != null) {
            Files.writeString(COMMITTED, served.body());
        }

        assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
                .withFailMessage(
                        "service/openapi.yaml must be what the service says at /openapi.yaml, but is not; look at"
                                + " the difference after ./mvnw -pl service -am test -Dtest=DocumentTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE)
                .isEqualTo(served.body());
    }

    @Test
    void hasEveryEndpoint() {
        Set<String> served = new TreeSet<>();
        for (HandlerMapping mapping : service.part(DispatcherServlet.class).getHandlerMappings()) {
            if (mapping instanceof RequestMappingHandlerMapping endpoints) {
                endpoints
                        .getHandlerMethods()
                        .keySet()
                        .forEach(info -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method ->
                                        info.getPatternValues().forEach(path -> served.add(method + " " + path))));
            }
        }
        served.removeIf(endpoint -> !endpoint.contains(" /v1/"));

        assertThat(document.endpoints()).extracting(Endpoint::name).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void saysWhatEachEndpointIsFor() {
        assertThat(document.endpoints()).allSatisfy(endpoint -> {
            JsonNode operation = endpoint.operation();
            assertThat(operation.path("summary").asString("")).isNotBlank();
            assertThat(operation.path("description").asString(""))
                    .contains("For the role")
                    .contains(endpoint.role());
            assertThat(endpoint.parameters("path"))
                    .allSatisfy(parameter ->
                            assertThat(parameter.path("example").asString("")).isNotBlank());
            assertThat(operation.path("parameters"))
                    .allSatisfy(parameter -> assertThat(
                                    parameter.path("description").asString(""))
                            .isNotBlank());
            assertThat(operation.path("responses"))
                    .allSatisfy(response -> assertThat(document.resolved(response)
                                    .path("description")
                                    .asString(""))
                            .isNotBlank()
                            .isNotEqualTo("OK"));
        });
        assertThat(document.endpoints())
                .extracting(endpoint -> endpoint.operation().path("operationId").asString())
                .doesNotHaveDuplicates()
                .noneMatch(id -> id.contains("_"));
    }

    @Test
    void saysWhatEachFieldMeans() {
        List<String> silent = new ArrayList<>();
        document.schemas()
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(field -> {
                            if (field.getValue()
                                    .path("description")
                                    .asString("")
                                    .isBlank()) {
                                silent.add(schema.getKey() + "." + field.getKey());
                            }
                        }));

        assertThat(silent).isEmpty();
    }

    @Test
    void hasExamplesThatFit() {
        for (Endpoint endpoint : document.endpoints()) {
            List<JsonNode> contents = new ArrayList<>();
            contents.addAll(endpoint.operation()
                    .path("requestBody")
                    .path("content")
                    .valueStream()
                    .toList());
            endpoint.operation()
                    .path("responses")
                    .forEach(response -> contents.addAll(document.resolved(response)
                            .path("content")
                            .valueStream()
                            .toList()));
            for (JsonNode content : contents) {
                List<JsonNode> examples = new ArrayList<>();
                content.path("examples").forEach(example -> examples.add(example.path("value")));
                if (content.has("example")) {
                    examples.add(content.path("example"));
                }
                assertThat(examples).as(endpoint.name()).isNotEmpty();
                for (JsonNode example : examples) {
                    assertThat(document.faults(content.path("schema"), example))
                            .as("%s %s", endpoint.name(), example)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void saysThatNothingCanBeDoneWhileTheDatabaseIsAway() {
        Shopkeeper shop = new Shopkeeper(service);
        for (Endpoint endpoint : document.endpoints()) {
            HttpResponse<String> answer = shop.ask(endpoint, endpoint.bodies().get(0));

            if (!answer.body().contains("recommendationId")) {
                assertThat(answer.statusCode())
                        .as(endpoint.name() + answer.body())
                        .isEqualTo(503);
                assertThat(document.faults(endpoint, answer))
                        .as(endpoint.name())
                        .isEmpty();
            }
        }
    }
}
