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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsers, limits and headers, before a database that is down: nobody is asked about there. */
final class AtTheDoorTest {

    private static final String PAGE = "/v1/recommendations/home";
    private static final String HURRIED = "cg_00000000aaaa_" + "h".repeat(43);
    private static final String BUSY = "cgb_00000000bbbb_" + "b".repeat(43);

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
                        "--cartograph.security.keys[6].name=busy page",
                        "--cartograph.security.keys[6].secret=" + BUSY,
                        "--cartograph.security.keys[6].roles=browser",
                        "--cartograph.security.keys[6].origins=http://localhost:3000",
                        "--cartograph.security.browser-limit.per-second=1",
                        "--cartograph.security.browser-limit.burst=12",
                        "--cartograph.security.refusal-limit.per-second=1",
                        "--cartograph.security.refusal-limit.burst=20",
                        "--server.forward-headers-strategy=native"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Caller browser() {
        return Caller.of(service).withKey(TestKeys.of(Role.BROWSER)).with("Origin", TestKeys.PAGE);
    }

    private static Caller storefront() {
        return Caller.of(service).withKey(TestKeys.of(Role.STOREFRONT));
    }

    @Test
    void letsAPageOfTheShopAsk() {
        HttpResponse<String> answer = browser().get(PAGE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.header(answer, "Access-Control-Allow-Origin")).isEqualTo(TestKeys.PAGE);
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void tellsABrowserBeforehandWhatAPageOfTheShopMaySend() {
        HttpResponse<String> answer = Caller.of(service)
                .with("Origin", TestKeys.PAGE)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "x-api-key,content-type")
                .send("OPTIONS", "/v1/events", "");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(Caller.header(answer, "Access-Control-Allow-Origin")).isEqualTo(TestKeys.PAGE);
        assertThat(Caller.header(answer, "Access-Control-Allow-Headers")).isEqualTo("X-API-Key, Content-Type");
        assertThat(Caller.header(answer, "Access-Control-Allow-Methods")).isEqualTo("GET, POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://shop.example.evil.example",
                "http://shop.example",
                "https://shop.example:8443",
                "null"
            })
    void tellsABrowserBeforehandThatAStrangePageMayNot(String page) {
        HttpResponse<String> answer = Caller.of(service)
                .with("Origin", page)
                .with("Access-Control-Request-Method", "POST")
                .send("OPTIONS", "/v1/events", "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void letsNoPageAskWhereBrowsersHaveNoBusiness() {
        HttpResponse<String> answer = Caller.of(service)
                .with("Origin", TestKeys.PAGE)
                .with("Access-Control-Request-Method", "POST")
                .send("OPTIONS", "/v1/orders", "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void refusesABrowsersKeyThatComesFromElsewhere() {
        Caller stolen = Caller.of(service).withKey(TestKeys.of(Role.BROWSER));

        assertThat(stolen.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(Caller.detail(stolen.get(PAGE))).startsWith("`Origin` must be a page that may use this key");
        assertThat(stolen.with("Origin", "https://evil.example").get(PAGE).statusCode())
                .isEqualTo(403);
        assertThat(stolen.with("Origin", "http://localhost:3000").get(PAGE).statusCode())
                .isEqualTo(403);
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
    void letsOneBrowserWaitBeforeItUsesUpWhatAllHave() {
        Caller page = Caller.of(service).withKey(BUSY).with("Origin", "http://localhost:3000");
        HttpResponse<String> answer = page.get(PAGE);
        for (int more = 0; more < 20 && answer.statusCode() == 200; more++) {
            answer = page.get(PAGE);
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Caller.header(answer, "Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
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
