package org.cartograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide for Neo4j Browser: what it runs, and how Browser gets it. */
class GuideTest {
    private static final Path GUIDE = Path.of("../cypher/guide/cartograph.html");
    private static final Pattern STATEMENT =
            Pattern.compile("<pre class=\"[^\"]*runnable\">(.*?)</pre>", Pattern.DOTALL);

    @BeforeAll
    static void open() {
        CornerShop.open();
        TestDatabase.rows("CALL cartograph.model.build({})");
        // One that no edge leads to.
        TestDatabase.rows("CREATE (:Product {id: 'kite', name: 'Red kite', price: 9.0, stock: 3})");
        CornerShop.buy("eva", "o8", 6, "tea", "bread");
        CornerShop.buy("fay", "o9", 6, "tea", "bread", "butter");
        CornerShop.buy("fay", "o10", 7, "tea", "bread", "butter");
    }

    static Stream<String> statements() throws IOException {
        return STATEMENT
                .matcher(Files.readString(GUIDE))
                .results()
                .map(found -> found.group(1).replace("&lt;", "<").replace("&gt;", ">"))
                // Commands of Browser itself.
                .filter(statement -> !statement.startsWith(":params"))
                .map(statement -> statement.replaceFirst("^:auto ", ""));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void showsSomething(String statement) {
        assertThat(TestDatabase.rows(statement)).isNotEmpty();
    }

    @Test
    void hasATitleAndSlidesAsBrowserLooksForThem() throws IOException {
        assertThat(Files.readString(GUIDE)).contains("<title>").contains("<slide ");
        assertThat(statements()).hasSizeGreaterThan(10);
    }

    @Test
    void comesFromAHostThatTheServerTrusts() {
        assertThat(TestDatabase.rows(
                        "SHOW SETTINGS 'browser.remote_content_hostname_whitelist' YIELD value RETURN value"))
                .singleElement()
                .satisfies(row -> assertThat((String) row.get("value")).contains("localhost"));
    }

    @Test
    void isServedSoThatBrowserMayReadIt() throws Exception {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "cypher/guide/Serve.java",
                        "0")
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = server.inputReader()) {
            String line = output.readLine();
            URI guide = URI.create(line.substring(line.indexOf("http")));
            HttpClient browser = HttpClient.newHttpClient();

            HttpResponse<String> asked = browser.send(
                    HttpRequest.newBuilder(guide)
                            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                            .header("Access-Control-Request-Headers", "cache-control,pragma")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> answer =
                    browser.send(HttpRequest.newBuilder(guide).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(asked.statusCode()).isEqualTo(204);
            assertThat(asked.headers().firstValue("Access-Control-Allow-Headers"))
                    .hasValue("*");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
            assertThat(answer.body()).isEqualTo(Files.readString(GUIDE));
        } finally {
            server.destroy();
        }
    }
}
