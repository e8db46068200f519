package org.cartograph.service.security.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.security.Rate;
import org.cartograph.service.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyRequestTest {

    private static KeyRequest wanted(String name, List<String> roles, List<String> origins, Integer perSecond) {
        return new KeyRequest(name, roles, origins, perSecond, null);
    }

    private static void isRefused(String sentence, String name, List<String> roles, List<String> origins) {
        assertThatThrownBy(() -> wanted(name, roles, origins, null))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void mayHaveSeveralRolesAndALimitOfItsOwn() {
        KeyRequest wanted = new KeyRequest("web shop", List.of("ingest", "storefront"), null, 5, 9);

        assertThat(wanted.roles()).containsExactlyInAnyOrder(Role.INGEST, Role.STOREFRONT);
        assertThat(wanted.limit()).isEqualTo(new Rate(5, 9));
    }

    @Test
    void needsANameThatALogCanHold() {
        isRefused("`name` must be given, but was missing.", null, List.of("ingest"), null);
        isRefused("`name` must be 1 to 64 letters", "a\nb", List.of("ingest"), null);
        isRefused("`name` must be 1 to 64 letters", "x".repeat(65), List.of("ingest"), null);
    }

    @Test
    void needsARole() {
        isRefused("`roles` must hold one of", "x", List.of(), null);
        assertThatThrownBy(() -> wanted("x", List.of("admn"), null, null))
                .hasMessageEndingWith("Did you mean `admin`?");
    }

    @Test
    void isForBrowsersAloneAndForPagesThatAreNamed() {
        isRefused("`roles` must be browser alone", "x", List.of("browser", "ingest"), List.of("https://shop.example"));
        isRefused("`origins` must name the pages", "x", List.of("browser"), List.of());
        isRefused("`origins` must be empty unless", "x", List.of("ingest"), List.of("https://shop.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "shop.example",
                "https://shop.example/",
                "https://shop.example:443",
                "http://shop.example:80",
                "https://*.example",
                "https://Shop.example",
                "ftp://shop.example"
            })
    void namesPagesAsBrowsersDo(String origin) {
        isRefused("`origins` must be like https://shop.example", "x", List.of("browser"), List.of(origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://shop.example", "http://localhost:3000", "https://shop.example:8443", "http://[::1]:3000"
            })
    void takesWhatBrowsersSend(String origin) {
        assertThat(wanted("x", List.of("browser"), List.of(origin), null).origins())
                .containsExactly(origin);
    }

    @Test
    void hasALimitThatLetsSomethingThrough() {
        assertThatThrownBy(() -> wanted("x", List.of("ingest"), null, 0))
                .hasMessage("`perSecond` must be between 1 and 1000000, but was 0.");
        assertThatThrownBy(() -> new KeyRequest("x", List.of("ingest"), null, null, 3))
                .hasMessage("`burst` must come with a `perSecond`, but that was missing.");
    }
}
