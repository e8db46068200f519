package org.cartograph.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.cartograph.service.RunningService;
import org.cartograph.service.fallback.CornerShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in browsers, with keys that everybody can read. */
final class BrowserKeysTest {

    private static final String PAGE = "/v1/recommendations/home";
    private static final String BUSY = "cgb_00000000bbbb_" + "b".repeat(43);

    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        CornerShop.keepIn(folder);
        service = RunningService.start(
                "bolt://127.0.0.1:1",
                folder,
                TestKeys.arguments(
                        "--cartograph.security.keys[5].name=busy page",
                        "--cartograph.security.keys[5].secret=" + BUSY,
                        "--cartograph.security.keys[5].roles=browser",
                        "--cartograph.security.keys[5].origins=http://localhost:3000",
                        "--cartograph.security.browser-limit.per-second=1",
                        "--cartograph.security.browser-limit.burst=12"));
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
    void letsNoBrowserAskOrTellAboutACustomer() {
        assertThat(browser().get(PAGE + "?visitor=v7").statusCode()).isEqualTo(200);
        assertThat(Caller.detail(browser().get(PAGE + "?customer=u42"))).startsWith("`customer` must be left out");
        assertThat(browser()
                        .post("/v1/recommendations", "{\"context\": \"home\", \"visitorId\": \"v7\"}")
                        .statusCode())
                .isEqualTo(200);
        for (HttpResponse<String> answer : List.of(
                browser().post("/v1/recommendations", "{\"context\": \"home\", \"customerId\": \"u42\"}"),
                browser()
                        .post(
                                "/v1/events",
                                "[{\"eventId\": \"e1\", \"type\": \"search\", \"customerId\": \"u42\"}]"))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Caller.detail(answer)).startsWith("`customerId` must be left out with a browser's key");
        }
        assertThat(storefront().get(PAGE + "?customer=u42").statusCode()).isEqualTo(200);
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
}
