package org.cartograph.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cartograph.service.startup.CannotStart;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

final class SecuritySettingsTest {

    private static SecuritySettings settings(Mode mode, Duration interval, Map<Role, Rate> limits) {
        return new SecuritySettings(mode, false, List.of(), Path.of("admin"), interval, limits, null, null, null);
    }

    private static SecuritySettings limited(Map<Role, Rate> limits) {
        return settings(Mode.KEYS, Duration.ofSeconds(5), limits);
    }

    @Test
    void letsAKeyComeAsOftenAsItsMostGenerousRole() {
        SecuritySettings standard = limited(Map.of());

        assertThat(standard.limit(List.of(Role.ADMIN, Role.INGEST)).perSecond()).isEqualTo(500);
        assertThat(standard.limit(List.of(Role.ADMIN)).capacity()).isEqualTo(40);
        assertThat(standard.limit(List.of()).perSecond()).isOne();
    }

    @Test
    void takesALimitThatIsNamedAndLeavesTheOthers() {
        SecuritySettings some = limited(Map.of(Role.ADMIN, new Rate(3, 4), Role.INGEST, Rate.of(0)));

        assertThat(some.limit(List.of(Role.ADMIN))).isEqualTo(new Rate(3, 4));
        assertThat(some.limit(List.of(Role.MONITOR)).perSecond()).isEqualTo(10);
        assertThat(limited(Map.of(Role.MONITOR, new Rate(1, 50))).limit(List.of(Role.MONITOR)))
                .isEqualTo(new Rate(1, 50));
        assertThat(some.limit(List.of(Role.ADMIN, Role.INGEST)).isLimited()).isFalse();
    }

    @Test
    void readsKeysFromTheEnvironment() {
        Map<String, Object> environment = Map.of(
                "CARTOGRAPH_SECURITY_KEYS_0_NAME", "shop",
                "CARTOGRAPH_SECURITY_KEYS_0_ROLES", "storefront,ingest",
                "CARTOGRAPH_SECURITY_KEYS_0_SECRETFILE", "/run/secrets/shop",
                "CARTOGRAPH_SECURITY_KEYS_0_LIMIT_PERSECOND", "7",
                "CARTOGRAPH_SECURITY_LIMITS_ADMIN_PERSECOND", "3",
                "CARTOGRAPH_SECURITY_KEYINTERVAL", "2s");
        SecuritySettings settings = new Binder(ConfigurationPropertySources.from(
                        new SystemEnvironmentPropertySource("systemEnvironment", environment)))
                .bindOrCreate("cartograph.security", SecuritySettings.class);

        assertThat(settings.mode()).isEqualTo(Mode.KEYS);
        assertThat(settings.keys()).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("shop");
            assertThat(key.roles()).containsExactlyInAnyOrder(Role.STOREFRONT, Role.INGEST);
            assertThat(key.secretFile()).isEqualTo(Path.of("/run/secrets/shop"));
            assertThat(key.limit()).isEqualTo(Rate.of(7));
        });
        assertThat(settings.limit(List.of(Role.ADMIN))).isEqualTo(Rate.of(3));
        assertThat(settings.keyInterval()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatThrownBy(() -> settings(Mode.KEYS, Duration.ofMillis(1), Map.of()))
                .isInstanceOf(CannotStart.class)
                .hasMessage("`cartograph.security.key-interval` must be between 500ms and 10m, but was 1ms.");
        assertThatThrownBy(() -> settings(Mode.OAUTH2, Duration.ofSeconds(5), Map.of()))
                .hasMessageStartingWith(
                        "`cartograph.security.oauth2` must be given if `cartograph.security.mode` is oauth2");
        assertThatThrownBy(() -> new Rate(-1, null)).hasMessageContaining("`per-second` of a limit");
        assertThatThrownBy(() -> new Rate(0, 5)).hasMessageContaining("`burst` of a limit must come with");
    }

    @Test
    void takesNoTokensThatAreMeantForOthers() {
        URI keys = URI.create("https://login.example/keys");

        assertThatThrownBy(() -> new OauthSettings(keys, null, null, null, "scope", Map.of()))
                .hasMessageStartingWith("`cartograph.security.oauth2.audience` must be given");
        assertThatThrownBy(() -> new OauthSettings(null, null, "us", null, "scope", Map.of()))
                .hasMessageStartingWith(
                        "One of `cartograph.security.oauth2.jwk-set-uri` and `.public-key` must be given");
    }
}
