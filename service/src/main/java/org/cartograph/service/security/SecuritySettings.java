package org.cartograph.service.security;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cartograph.service.startup.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the service: {@code cartograph.security.*}. Nobody without a key, unless it says otherwise.
 *
 * @param mode               {@code keys}, {@code oauth2} or {@code open}; a demo is open
 * @param openBeyondLoopback lets an open service listen where other machines reach it
 * @param keys               keys that are configured here; others are made at {@code /v1/keys} and kept in the graph
 * @param adminKeyFile       holds the key that makes the others; written at the first start when no key with the role admin
 *                           is configured
 * @param keyInterval        how often the keys of the graph are read, 500 ms to 10 min: a key that was revoked at another
 *                           service is refused here after this time at the latest
 * @param limits             how often a key may come, by role; what is not named has its default
 * @param browserLimit       how often one address may come with a browser's key
 * @param refusalLimit       how often one address may come without a good key before it is only told to wait
 * @param oauth2             whose tokens are taken; null unless the mode is {@code oauth2}
 */
@ConfigurationProperties("cartograph.security")
public record SecuritySettings(
        @DefaultValue("keys") Mode mode,
        @DefaultValue("false") boolean openBeyondLoopback,
        @DefaultValue List<ConfiguredKey> keys,
        @DefaultValue("cartograph-admin-key") Path adminKeyFile,
        @DefaultValue("5s") Duration keyInterval,
        @DefaultValue Map<Role, Rate> limits,
        @Nullable Rate browserLimit,
        @Nullable Rate refusalLimit,
        @Nullable OauthSettings oauth2) {

    private static final Map<Role, Rate> STANDARD = Map.of(
            Role.STOREFRONT, Rate.of(2_000),
            Role.INGEST, Rate.of(500),
            Role.ADMIN, Rate.of(20),
            Role.MONITOR, Rate.of(10),
            Role.BROWSER, Rate.of(2_000));

    public SecuritySettings {
        if (keyInterval.toMillis() < 500 || keyInterval.toMinutes() > 10) {
            throw new CannotStart("`cartograph.security.key-interval` must be between 500ms and 10m, but was "
                    + keyInterval.toMillis() + "ms.");
        }
        if ((mode == Mode.OAUTH2) != (oauth2 != null)) {
            throw new CannotStart(
                    "`cartograph.security.oauth2` must be given if `cartograph.security.mode` is oauth2, and only "
                            + "then, but the mode was " + mode.name().toLowerCase(Locale.ROOT) + ".");
        }
        keys = List.copyOf(keys);
        Map<Role, Rate> all = new EnumMap<>(STANDARD);
        all.putAll(limits);
        limits = Map.copyOf(all);
    }

    /** How often a key with these roles may come: as often as its most generous role. */
    public Rate limit(Iterable<Role> roles) {
        Rate most = Rate.of(1);
        for (Role role : roles) {
            Rate rate = Objects.requireNonNull(limits.get(role));
            if (!rate.isLimited()) {
                return rate;
            }
            most = rate.perSecond() >= most.perSecond() ? rate : most;
        }
        return most;
    }

    /** How often one address may come with a browser's key. */
    public Rate ofBrowser() {
        return browserLimit == null ? new Rate(20, 100) : browserLimit;
    }

    /** How often one address may be refused. */
    public Rate ofRefusals() {
        return refusalLimit == null ? new Rate(10, 100) : refusalLimit;
    }
}
