package org.cartograph.service.security.keys;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Set;
import org.cartograph.service.security.Rate;
import org.cartograph.service.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A key that may be used.
 *
 * @param id        tells keys apart, and may be seen
 * @param name      whose it is, for people
 * @param hash      all that is known of the secret
 * @param origins   pages that may use it; empty but for browsers
 * @param limit     how often it may come; its roles' limit when null
 * @param createdAt null when the configuration names it
 */
public record ApiKey(
        String id,
        String name,
        KeyHash hash,
        Set<Role> roles,
        Set<String> origins,
        @Nullable Rate limit,
        @Nullable Instant createdAt)
        implements AuthenticatedPrincipal {

    /** The same key, as the graph has it now. */
    ApiKey created(ZonedDateTime at) {
        return new ApiKey(id, name, hash, roles, origins, limit, at.toInstant());
    }

    @Override
    public String getName() {
        return id;
    }

    /** Whether everybody can read it, so that only a page of the shop may use it. */
    public boolean isForBrowsers() {
        return roles.contains(Role.BROWSER);
    }

    @Override
    public String toString() {
        return "ApiKey[id=%s, name=%s, roles=%s]".formatted(id, name, roles);
    }
}
