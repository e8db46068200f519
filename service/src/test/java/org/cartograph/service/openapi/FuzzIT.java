package org.cartograph.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.cartograph.service.RunningService;
import org.cartograph.service.demo.ChildDatabase;
import org.cartograph.service.openapi.FuzzedRequests.Fuzzed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests made up from the document, several at a time: 1,000 of them, or {@code -Dcartograph.fuzz=10000}, the same ones
 * for the same {@code -Dcartograph.fuzz.seed}.
 */
final class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("cartograph.fuzz", 1_000);
    private static final long SEED = Long.getLong("cartograph.fuzz.seed", 20_261_127);
    private static final int CALLERS = 4;

    @TempDir
    private static Path folder;

    private static RunningService service;
    private static Document document;

    @BeforeAll
    static void open() {
        ChildDatabase database = ChildDatabase.shared();
        service = RunningService.start(
                database.uri(),
                folder,
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.recommendation.budget=10s",
                "--cartograph.writing.patience=60s");
        document = Document.of(service);
        Shopkeeper shop = new Shopkeeper(service);
        for (String path : List.of("PUT /v1/products", "POST /v1/orders")) {
            String[] parts = path.split(" ", -1);
            Endpoint endpoint = document.endpoint(parts[0], parts[1]).orElseThrow();
            assertThat(shop.ask(endpoint, endpoint.bodies().get(0)).statusCode())
                    .isEqualTo(200);
        }
        database.run("CALL cartograph.model.build({})");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void answersWhateverComesAsDocumented() throws InterruptedException, ExecutionException {
        Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            FuzzedRequests requests = new FuzzedRequests(service, document, SEED + caller);
            work.add(() -> faults(requests, REQUESTS / CALLERS, statuses));
        }
        List<String> faults = new ArrayList<>();
        for (Future<List<String>> done : callers.invokeAll(work)) {
            faults.addAll(done.get());
        }
        callers.shutdown();

        assertThat(faults)
                .as("of %d requests from %d on, %s", REQUESTS, SEED, statuses)
                .isEmpty();
        assertThat(statuses).containsKeys(200, 201, 204, 400, 404, 405, 406, 415);
        assertThat(statuses.get(200).sum()).isGreaterThan(REQUESTS / 5);
        assertThat(service.recommend("{\"context\":\"home\"}").status()).isEqualTo(200);
    }

    private static List<String> faults(FuzzedRequests requests, int count, Map<Integer, LongAdder> statuses)
            throws InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<String> faults = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Fuzzed asked = requests.next();
            try {
                HttpResponse<String> answer = http.send(asked.request(), BodyHandlers.ofString());
                statuses.computeIfAbsent(answer.statusCode(), status -> new LongAdder())
                        .increment();
                List<String> wrong = requests.faults(asked, answer);
                if (!wrong.isEmpty()) {
                    faults.add("%s%n  %s%n  %s".formatted(asked, answer.body(), wrong));
                }
            } catch (IOException cut) {
                faults.add("%s%n  %s".formatted(asked, cut));
            }
        }
        return faults;
    }
}
