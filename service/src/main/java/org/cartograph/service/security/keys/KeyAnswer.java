package org.cartograph.service.security.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.cartograph.service.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * A key, without what makes it one.
 *
 * @param home      {@code graph} or {@code configuration}
 * @param perSecond its own limit; null when it has that of its roles
 * @param createdAt null when the configuration names it
 * @param revokedAt null while it is good
 * @param key       the secret itself, in the answer that hands it out and never again
 */
record KeyAnswer(
        String id,
        String name,
        String home,
        List<String> roles,
        List<String> origins,
        @Nullable Integer perSecond,
        @Nullable Integer burst,
        @Nullable Instant createdAt,
        @Nullable Instant revokedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key) {

    private static KeyAnswer of(ApiKey key, String home, @Nullable Instant revokedAt, @Nullable String secret) {
        return new KeyAnswer(
                key.id(),
                key.name(),
                home,
                key.roles().stream().map(Role::word).sorted().toList(),
                key.origins().stream().sorted().toList(),
                key.limit() == null ? null : key.limit().perSecond(),
                key.limit() == null ? null : key.limit().burst(),
                key.createdAt(),
                revokedAt,
                secret);
    }

    static KeyAnswer configured(ApiKey key) {
        return of(key, "configuration", null, null);
    }

    static KeyAnswer kept(KeyGraph.Kept kept) {
        return of(
                kept.key(),
                "graph",
                kept.revokedAt() == null ? null : kept.revokedAt().toInstant(),
                null);
    }

    static KeyAnswer created(ApiKey key, KeyText text) {
        return of(key, "graph", null, text.text());
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "KeyAnswer[id=%s, name=%s]".formatted(id, name);
    }
}
