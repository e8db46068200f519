package org.cartograph.service.security;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody may do. None includes another: who needs two is given two. */
public enum Role {
    /** A shop's own server: pages, explanations, events, what a customer wants and a login. */
    STOREFRONT,
    /** Orders, products and stock. */
    INGEST,
    /** Experiments, keys, and what is held about people. */
    ADMIN,
    /** Reads measurements. */
    MONITOR,
    /** A page in a shopper's browser, where everybody can read the key: recommendations and events. */
    BROWSER;

    /** As people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As Spring Security knows it. */
    public GrantedAuthority authority() {
        return new SimpleGrantedAuthority("ROLE_" + name());
    }

    /** The role of this name. */
    public static Optional<Role> named(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** All names. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }
}
