package org.cartograph.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;

/** What one freshly created server offers; every test asks the same one. */
final class ServesIT {

    @TempDir
    private static Path directory;

    private static RunningDatabase database;
    private static String password;

    /** From another working directory, with a relative home and with an input that is at its end from the start. */
    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(directory.resolve("home/plugins"));
        Files.writeString(directory.resolve("home/plugins/cartograph-procedures-0.0.1.jar"), "an older release");
        Files.createDirectories(directory.resolve("home/conf"));
        Files.writeString(
                directory.resolve("home/conf/neo4j.conf"), "dbms.security.procedures.unrestricted=apoc.meta.*\n");
        database = RunningDatabase.start(directory, "--home", "home").awaitReady();
        password = Files.readString(directory.resolve("home/password")).strip();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void answersOverBoltToTheGeneratedPassword() {
        assertThat(database.query(password, "RETURN 1 + 1 AS two")
                        .get(0)
                        .get("two")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void printsTheGeneratedPassword() {
        assertThat(database.output()).contains("generated now").contains(password);
    }

    @Test
    void keepsThePasswordFromOtherUsersOfTheMachine() throws IOException {
        Path file = directory.resolve("home/password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesTheDefaultPasswordOfNeo4j() throws Exception {
        assertThat(statusOf("neo4j")).isEqualTo(401);
        assertThat(statusOf(password)).isEqualTo(202);
    }

    @Test
    void servesNeo4jBrowser() throws Exception {
        assertThat(get(database.http() + "/browser/")).contains("<title>Neo4j Browser</title>");
    }

    @Test
    void tellsNeo4jBrowserTheBoltPortItReallyHas() throws Exception {
        assertThat(get(database.http())).contains("\"bolt_direct\":\"" + database.bolt() + "\"");
    }

    @Test
    void offersApoc() {
        assertThat(database.query(password, "RETURN apoc.version() AS version")
                        .get(0)
                        .get("version")
                        .asString())
                .startsWith("5.26.");
    }

    @Test
    void honoursFurtherSettingsOfTheHome() {
        assertThat(database.query(password, "CALL apoc.meta.stats() YIELD nodeCount RETURN nodeCount"))
                .hasSize(1);
    }

    @Test
    void letsApocReadFilesOfTheImportDirectory() throws IOException {
        Files.writeString(directory.resolve("home/import/shop.json"), "{\"sold\": 3}");
        List<Record> rows =
                database.query(password, "CALL apoc.load.json('shop.json') YIELD value RETURN value.sold AS n");
        assertThat(rows.get(0).get("n").asInt()).isEqualTo(3);
    }

    @Test
    void letsLoadCsvReadFilesOfTheImportDirectory() throws IOException {
        Files.writeString(directory.resolve("home/import/shop.csv"), "p1,2\np2,5\n");
        assertThat(database.query(password, "LOAD CSV FROM 'file:///shop.csv' AS line RETURN line"))
                .hasSize(2);
    }

    @Test
    void installsThePluginInPlaceOfItsOlderReleases() throws IOException {
        Path plugins = directory.resolve("home/plugins");
        assertThat(plugins.resolve("cartograph-procedures.jar"))
                .hasSameBinaryContentAs(Path.of("target/plugins/cartograph-procedures.jar"));
        assertThat(plugins.resolve("cartograph-procedures-0.0.1.jar")).doesNotExist();
    }

    @Test
    void offersTheProceduresOfThePlugin() {
        assertThat(database.query(
                        password, "SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'cartograph.' RETURN name"))
                .extracting(row -> row.get("name").asString())
                .contains("cartograph.model.build", "cartograph.recommend", "cartograph.answer");
    }

    @Test
    void runsAPluginThatIsSmallAndNotUnrestricted() throws IOException {
        assertThat(Files.size(directory.resolve("home/plugins/cartograph-procedures.jar")))
                .isLessThan(2_000_000);
        assertThat(database.query(password, "SHOW SETTINGS 'dbms.security.procedures.unrestricted' YIELD value"))
                .singleElement()
                .satisfies(
                        setting -> assertThat(setting.get("value").asString()).doesNotContain("cartograph"));
        assertThat(database.query(password, "CALL cartograph.model.build()")).hasSize(5);
        assertThat(database.query(password, "CALL cartograph.version()"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("version").asString()).matches("[0-9]+[.][0-9]+.*"));
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        InetAddress outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst()
                .orElse(null);
        Assumptions.assumeThat(outside).as("a network").isNotNull();
        for (String uri : List.of(database.bolt(), database.http())) {
            try (Socket socket = new Socket()) {
                var address = new InetSocketAddress(outside, URI.create(uri).getPort());
                assertThatThrownBy(() -> socket.connect(address, 2_000)).isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void keepsItsLogsInTheHomeAndOffTheConsole() {
        assertThat(directory.resolve("home/logs/debug.log")).isNotEmptyFile();
        assertThat(database.output().lines()).hasSizeLessThan(8);
    }

    @Test
    void refusesASecondServerOnTheSameHome() {
        try (RunningDatabase second = RunningDatabase.start(directory, "--home", "home")) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output())
                    .hasLineCount(1)
                    .contains(
                            "`--home` must not be in use",
                            "process " + database.process().pid());
        }
    }

    @Test
    void refusesAPortThatIsInUse() {
        try (RunningDatabase second = RunningDatabase.start(
                directory, "--home", "other", "--http-port", Integer.toString(database.httpPort()))) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output())
                    .hasLineCount(1)
                    .contains("`--http-port` must be a free port, but " + database.httpPort() + " is in use");
        }
    }

    private static int statusOf(String password) throws Exception {
        String token = Base64.getEncoder().encodeToString(("neo4j:" + password).getBytes(UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(database.http() + "/db/neo4j/query/v2"))
                .header("Authorization", "Basic " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"statement\": \"RETURN 1\"}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static String get(String uri) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
