package org.cartograph.service.security.keys;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.security.Role;

/** What a key may be like, wherever it comes from. */
final class KeyCheck {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]{1,5})?");
    private static final int MOST_ORIGINS = 20;

    private KeyCheck() {}

    /** A name stands in lists and logs. */
    static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidRequest(
                    "`name` must be 1 to 64 letters, digits, spaces, dots, dashes and underscores, but was another text.");
        }
        return name;
    }

    /** What everybody can read may do no more than a browser must. */
    static void together(Set<Role> roles, Collection<String> origins) {
        if (roles.isEmpty()) {
            throw new InvalidRequest("`roles` must hold one of %s, but was empty.".formatted(Role.words()));
        }
        boolean browser = roles.contains(Role.BROWSER);
        if (browser && roles.size() > 1) {
            throw new InvalidRequest("`roles` must be browser alone, because everybody can read such a key, but had %d."
                    .formatted(roles.size()));
        }
        if (browser == origins.isEmpty()) {
            throw new InvalidRequest(
                    browser
                            ? "`origins` must name the pages that may use a key of the role browser, but was empty."
                            : "`origins` must be empty unless the role is browser, but had %d."
                                    .formatted(origins.size()));
        }
    }

    /** Exactly what a browser sends: no path, no wildcard, the standard port left out. */
    static Set<String> origins(List<String> origins) {
        if (origins.size() > MOST_ORIGINS) {
            throw new InvalidRequest(
                    "`origins` must have at most %d items, but had %d.".formatted(MOST_ORIGINS, origins.size()));
        }
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches() || hasStandardPort(origin)) {
                throw new InvalidRequest(
                        "`origins` must be like https://shop.example or http://localhost:3000, in small letters, without a path and "
                                + "without the standard port, but one was not.");
            }
        }
        return Set.copyOf(origins);
    }

    private static boolean hasStandardPort(String origin) {
        int port = URI.create(origin).getPort();
        return port == (origin.startsWith("https:") ? 443 : 80);
    }
}
