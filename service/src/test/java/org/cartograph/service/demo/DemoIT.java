package org.cartograph.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code java -jar cartograph-service.jar --demo} from a folder of its own, twice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DemoIT {

    @TempDir
    private static Path folder;

    private static ServiceJar service;

    @BeforeAll
    static void startTheDemo() throws IOException, InterruptedException {
        service = ServiceJar.startDemo(folder);
        service.await("Ready ");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void showsThreeCallsWithAnswersOfTheModelAndAClick() {
        assertThat(service.lines()).filteredOn(line -> line.startsWith("curl ")).hasSize(4);
        assertThat(service.lines())
                .filteredOn(line -> line.startsWith("{\"recommendationId\""))
                .hasSize(3)
                .allMatch(line -> line.contains("\"degraded\":false"));
        assertThat(service.lines()).contains("{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}");
    }

    @Test
    @Order(2)
    void findsThePlantedCompanionOfACart() throws IOException, InterruptedException {
        String[] planted = surestPair();

        JsonNode answer =
                get("/v1/recommendations/cart?budgetMs=5000&product=" + planted[1] + "&product=" + planted[2]);

        List<String> items = new ArrayList<>();
        answer.path("placements")
                .path(0)
                .path("items")
                .forEach(item -> items.add(item.path("productId").asString()));
        assertThat(items).hasSize(4).contains(planted[3]);
    }

    @Test
    @Order(3)
    void isReady() throws IOException, InterruptedException {
        assertThat(get("/actuator/health/readiness").path("status").asString()).isEqualTo("UP");
    }

    @Test
    @Order(4)
    void bringsItsDatabaseBackWhenThatIsKilled() throws IOException, InterruptedException {
        service.database().destroyForcibly();
        awaitDegraded(true);

        awaitDegraded(false);
    }

    @Test
    @Order(5)
    void takesItsDatabaseAlongWhenItIsKilled() throws Exception {
        ProcessHandle database = service.database();
        service.kill();

        database.onExit().get(1, TimeUnit.MINUTES);

        assertThat(database.isAlive()).isFalse();
    }

    @Test
    @Order(6)
    void startsTheSecondTimeWithTheShopItHas() throws IOException, InterruptedException {
        service = ServiceJar.startDemo(folder);
        service.await("Ready ");

        assertThat(service.lines()).noneMatch(line -> line.startsWith("Loading"));
        assertThat(service.lines()).noneMatch(line -> line.contains("\"degraded\":true"));
    }

    private static void awaitDegraded(boolean wanted) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (get("/v1/recommendations/home").path("degraded").asBoolean() != wanted) {
            assertThat(Instant.now()).as("degraded is not yet %s", wanted).isBefore(deadline);
            Thread.sleep(100);
        }
    }

    private static String[] surestPair() throws IOException {
        return Files.readAllLines(folder.resolve("cartograph-data/demo-shop/planted.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(columns -> !columns[2].isEmpty())
                .max(Comparator.comparingDouble(columns -> Double.parseDouble(columns[4])))
                .orElseThrow();
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        URI address = URI.create(service.await("Recommendations").replace("/v1/recommendations", path));
        String body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
        return JsonMapper.shared().readTree(body);
    }
}
