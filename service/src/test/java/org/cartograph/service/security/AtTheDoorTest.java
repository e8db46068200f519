package org.cartograph.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.cartograph.service.RunningService;
import org.cartograph.service.fallback.CornerShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits and headers, before a database that is down: nobody is asked about there. */
final class AtTheDoorTest {

    private static final String PAGE = "/v1/recommendations/home";
    private static final String HURRIED = "cg_00000000aaaa_" + "h".repeat(43);

    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        CornerShop.keepIn(folder);
        service = RunningService.start(
                "bolt://127.0.0.1:1",
                folder,
                TestKeys.arguments(
                        "--cartograph.security.keys[5].name=hurried",
                        "--cartograph.security.keys[5].secret=" + HURRIED,
                        "--cartograph.security.keys[5].roles=storefront",
                        "--cartograph.security.keys[5].limit.per-second=1",
                        "--cartograph.security.keys[5].limit.burst=3",
                        "--cartograph.security.refusal-limit.per-second=1",
                        "--cartograph.security.refusal-limit.burst=20",
                        "--server.forward-headers-strategy=native"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Caller storefront() {
        return Caller.of(service).withKey(TestKeys.of(Role.STOREFRONT));
    }

    @Test
    void letsAHurriedCallerWait() {
        Caller hurried = Caller.of(service).withKey(HURRIED);
        HttpResponse<String> answer = hurried.get(PAGE);
        for (int more = 0; more < 4 && answer.statusCode() == 200; more++) {
            answer = hurried.get(PAGE);
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(Caller.header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(storefront().get(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsWhoeverTriesKeysToWait() {
        Caller trying = Caller.of(service)
                .withKey("cg_000000000000_nearly")
                .with("X-Forwarded-For", "2001:db8:1:2::" + System.nanoTime() % 9999);
        HttpResponse<String> answer = trying.get(PAGE);
        for (int more = 0; more < 40 && answer.statusCode() == 401; more++) {
            answer = trying.get(PAGE);
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(trying.with("X-Forwarded-For", "2001:db8:1:2::ffff")
                        .get(PAGE)
                        .statusCode())
                .isEqualTo(429);
        assertThat(Caller.of(service).get(PAGE).statusCode()).isEqualTo(401);
        assertThat(storefront()
                        .with("X-Forwarded-For", "2001:db8:1:2::ffff")
                        .get(PAGE)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsBrowsersToStayWithTlsOnceTheyHaveIt() {
        HttpResponse<String> answer =
                storefront().with("X-Forwarded-Proto", "https").get(PAGE);

        assertThat(Caller.header(answer, "Strict-Transport-Security")).startsWith("max-age=31536000");
    }

    @Test
    void takesAKeyAsABearersTokenToo() {
        assertThat(Caller.of(service)
                        .with("Authorization", "Bearer " + TestKeys.of(Role.MONITOR))
                        .get("/actuator/metrics")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesTwoKeysAtOnce() {
        assertThat(storefront().withKey(TestKeys.of(Role.ADMIN)).get("/v1/keys").statusCode())
                .isEqualTo(401);
    }

    @Test
    void sendsWhatBrowsersNeedToBeCareful() {
        HttpResponse<String> answer = storefront().post("/v1/recommendations", "{\"context\":\"home\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(Caller.header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(Caller.header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(Caller.header(answer, "Content-Security-Policy")).isEqualTo("frame-ancestors 'none'");
        assertThat(Caller.header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers().map())
                .doesNotContainKeys("server", "set-cookie", "strict-transport-security", "pragma");
    }

    @Test
    void saysWhoIsWellToEverybodyAndWhyNotToWhoeverHasAKey() {
        assertThat(Caller.json(Caller.of(service).get("/actuator/health/readiness"))
                        .has("components"))
                .isFalse();
        assertThat(Caller.json(Caller.of(service)
                                .withKey(TestKeys.of(Role.MONITOR))
                                .get("/actuator/health/readiness"))
                        .has("components"))
                .isTrue();
    }
}
