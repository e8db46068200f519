package org.cartograph.service.security;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A key that the configuration names: {@code cartograph.security.keys[0].*}. Its secret comes from the environment or a
 * file, or is not there at all: a hash is enough.
 *
 * @param name       whose it is, for people
 * @param secret     the key itself
 * @param secretFile a file that holds the key itself
 * @param hash       SHA-256 of the key in hexadecimal digits, with its {@code id}
 * @param id         the twelve digits after {@code cg_}, where only a hash is given
 * @param roles      what it may do
 * @param origins    pages that may use it, such as {@code https://shop.example}; for the role browser, and only for it
 * @param limit      how often it may come; its roles' limit when null
 */
public record ConfiguredKey(
        @Nullable String name,
        @Nullable String secret,
        @Nullable Path secretFile,
        @Nullable String hash,
        @Nullable String id,
        @DefaultValue Set<Role> roles,
        @DefaultValue List<String> origins,
        @Nullable Rate limit) {

    @Override
    public String toString() {
        return "ConfiguredKey[name=%s, roles=%s]".formatted(name, roles);
    }
}
