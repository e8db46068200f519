package org.cartograph.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.cartograph.service.RunningService;
import org.cartograph.service.demo.ChildDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A key from the day it is made to the day after it was revoked, at two services before one database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class KeyLifeIT {

    private static final String PAGE = "/v1/recommendations/home";

    @TempDir
    private static Path folder;

    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    private static ChildDatabase database;
    private static RunningService one;
    private static RunningService other;
    private static Caller admin;
    private static String id = "";
    private static String key = "";

    @BeforeAll
    static void open() throws IOException {
        database = ChildDatabase.shared();
        one = start("one");
        other = start("other");
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
        LOG.start();
        admin = Caller.of(one)
                .withKey(Files.readString(folder.resolve("admin-key")).strip());
    }

    private static RunningService start(String name) {
        return RunningService.start(
                database.uri(),
                folder.resolve(name),
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.security.mode=keys",
                "--cartograph.security.admin-key-file=" + folder.resolve("admin-key"),
                "--cartograph.security.key-interval=500ms",
                "--logging.level.org.springframework.security=trace",
                "--spring.jmx.enabled=false");
    }

    @AfterAll
    static void close() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
        one.close();
        other.close();
    }

    private static int page(RunningService service) {
        return Caller.of(service).withKey(key).get(PAGE).statusCode();
    }

    private static void await(RunningService service, int status) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (page(service) != status) {
            assertThat(Instant.now()).as("not yet %d", status).isBefore(deadline);
            Thread.sleep(50);
        }
    }

    @Test
    @Order(1)
    void beginsWithTheFirstKeyInAFileForItsOwnerAlone() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("admin-key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(admin.get("/v1/keys").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void countsAtOnceWhereItWasMadeAndSoonElsewhere() throws InterruptedException {
        HttpResponse<String> made = admin.post("/v1/keys", "{\"name\": \"web shop\", \"roles\": [\"storefront\"]}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(Caller.header(made, "Cache-Control")).isEqualTo("no-store");
        id = Caller.json(made).path("id").asString();
        key = Caller.json(made).path("key").asString();

        assertThat(key).startsWith("cg_" + id + "_").hasSizeGreaterThan(58);
        assertThat(page(one)).isNotEqualTo(401);
        Thread.sleep(1_500);
        assertThat(page(other)).isNotEqualTo(401);
    }

    @Test
    @Order(3)
    void isListedWithoutItsSecret() {
        HttpResponse<String> list = admin.get("/v1/keys");

        JsonNode listed = Caller.json(list).path("keys").path(1);
        assertThat(listed.path("id").asString()).isEqualTo(id);
        assertThat(listed.path("name").asString()).isEqualTo("web shop");
        assertThat(listed.path("roles").path(0).asString()).isEqualTo("storefront");
        assertThat(listed.path("home").asString()).isEqualTo("graph");
        assertThat(listed.has("key")).isFalse();
        assertThat(list.body()).doesNotContain(secret()).doesNotContain("hash");
    }

    @Test
    @Order(4)
    void isInTheGraphAsAHashOnly() {
        assertThat(database.count("MATCH (k:ApiKey {id: '" + id + "'}) WHERE size(k.hash) = 64 RETURN count(k)"))
                .isOne();
        assertThat(database.count(
                        "MATCH (k:ApiKey) UNWIND keys(k) AS name WITH k[name] AS value WHERE toStringOrNull(value) CONTAINS '"
                                + secret() + "' RETURN count(*)"))
                .isZero();
    }

    @Test
    @Order(5)
    void staysGoodWhileTheDatabaseIsAway() throws InterruptedException {
        database.kill();

        Thread.sleep(1_500);
        assertThat(page(one)).isIn(200, 503);
        assertThat(Caller.of(one).withKey(key).get("/v1/keys").statusCode()).isEqualTo(403);
        assertThat(Caller.of(one).withKey(TestKeys.unknown()).get(PAGE).statusCode())
                .isEqualTo(401);
        HttpResponse<String> notRevoked = admin.send("DELETE", "/v1/keys/" + id, "");
        assertThat(notRevoked.statusCode()).isEqualTo(503);
        assertThat(notRevoked.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    @Order(6)
    void isNotCalledBadByAServiceThatHasNotReadTheKeysYet() {
        try (RunningService late = start("late")) {
            HttpResponse<String> unknown = Caller.of(late).withKey(key).get(PAGE);

            assertThat(unknown.statusCode()).isEqualTo(503);
            assertThat(unknown.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(Caller.detail(unknown)).startsWith("The keys have not been read from the database yet");
            assertThat(Caller.of(late).withKey("nonsense").get(PAGE).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    @Order(7)
    void endsAtOnceWhereItIsRevokedAndSoonElsewhere() throws InterruptedException {
        database.start();
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (admin.send("DELETE", "/v1/keys/" + id, "").statusCode() != 204) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(100);
        }

        assertThat(page(one)).isEqualTo(401);
        await(other, 401);
        assertThat(Caller.json(admin.get("/v1/keys"))
                        .path("keys")
                        .path(1)
                        .path("revokedAt")
                        .asString())
                .isNotBlank();
        assertThat(admin.send("DELETE", "/v1/keys/" + id, "").statusCode()).isEqualTo(204);
        assertThat(admin.send("DELETE", "/v1/keys/000000000000", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(8)
    void wasInNoLog() throws IOException {
        String adminKey = Files.readString(folder.resolve("admin-key")).strip();

        assertThat(LOG.list).extracting(ILoggingEvent::getFormattedMessage).anyMatch(line -> line.contains(id));
        assertThat(LOG.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(secret()) || line.contains(adminKey));
    }

    private static String secret() {
        return key.substring(key.lastIndexOf('_') + 1);
    }
}
