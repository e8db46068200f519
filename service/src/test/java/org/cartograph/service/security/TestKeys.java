package org.cartograph.service.security;

import java.util.ArrayList;
import java.util.List;

/** A key for each role, as a shop configures them. */
final class TestKeys {

    static final String PAGE = "https://shop.example";

    private TestKeys() {}

    /** The key of a role, always the same. */
    static String of(Role role) {
        String prefix = role == Role.BROWSER ? "cgb" : "cg";
        return "%s_%012x_%s".formatted(prefix, role.ordinal() + 1, "secretOf" + role.name() + "x".repeat(50));
    }

    /** Like a key, and none. */
    static String unknown() {
        return "cg_ffffffffffff_" + "y".repeat(43);
    }

    /** Arguments that configure all of them. */
    static String[] arguments(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--cartograph.security.mode=keys", "--spring.jmx.enabled=false"));
        for (Role role : Role.values()) {
            String key = "--cartograph.security.keys[" + role.ordinal() + "].";
            arguments.add(key + "name=" + role.word());
            arguments.add(key + "secret=" + of(role));
            arguments.add(key + "roles=" + role.word());
            if (role == Role.BROWSER) {
                arguments.add(key + "origins=" + PAGE);
            }
        }
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }
}
