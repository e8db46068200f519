package org.cartograph.service.security.keys;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.problem.Suggestion;
import org.cartograph.service.security.Rate;
import org.cartograph.service.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * A key that somebody wants.
 *
 * @param name      whose it will be, for people
 * @param roles     what it may do: storefront, ingest, admin, monitor, or browser alone
 * @param origins   pages that may use it, where the role is browser
 * @param perSecond requests a second in the long run, 1 to 1,000,000; those of its roles when null
 * @param burst     requests at once after a pause, 1 to 10,000,000; twice as many as a second's when null
 */
record KeyRequest(
        String name,
        Set<Role> roles,
        Set<String> origins,
        @Nullable Integer perSecond,
        @Nullable Integer burst) {

    private static final int HIGHEST_RATE = 1_000_000;
    private static final int HIGHEST_BURST = 10_000_000;

    @JsonCreator
    KeyRequest(
            @Nullable String name,
            @Nullable List<String> roles,
            @Nullable List<String> origins,
            @Nullable Integer perSecond,
            @Nullable Integer burst) {
        this(
                KeyCheck.name(given("name", name)),
                roles(given("roles", roles)),
                KeyCheck.origins(origins == null ? List.of() : origins),
                between("perSecond", HIGHEST_RATE, perSecond),
                between("burst", HIGHEST_BURST, burst));
        KeyCheck.together(this.roles, this.origins);
        if (burst != null && perSecond == null) {
            throw new InvalidRequest("`burst` must come with a `perSecond`, but that was missing.");
        }
    }

    @Nullable
    Rate limit() {
        return perSecond == null ? null : new Rate(perSecond, burst);
    }

    private static Set<Role> roles(List<String> words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words) {
            roles.add(Role.named(word)
                    .orElseThrow(() -> new InvalidRequest("`roles` must hold some of %s, but held another.%s"
                            .formatted(String.join(", ", Role.words()), Suggestion.didYouMean(word, Role.words())))));
        }
        return roles;
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidRequest("`%s` must be given, but was missing.".formatted(field));
        }
        return value;
    }

    private static @Nullable Integer between(String field, int most, @Nullable Integer number) {
        if (number != null && (number < 1 || number > most)) {
            throw new InvalidRequest("`%s` must be between 1 and %d, but was %d.".formatted(field, most, number));
        }
        return number;
    }
}
