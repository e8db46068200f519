package org.cartograph.service.security.door;

import static org.cartograph.service.security.Role.ADMIN;
import static org.cartograph.service.security.Role.BROWSER;
import static org.cartograph.service.security.Role.INGEST;
import static org.cartograph.service.security.Role.MONITOR;
import static org.cartograph.service.security.Role.STOREFRONT;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cartograph.service.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Every address of the service with the roles that it is for; an address that no line names is there for nobody. */
final class Doors implements AuthorizationManager<RequestAuthorizationContext> {

    private static final List<Door> ALL = List.of(
            door(STOREFRONT, BROWSER).at("/v1/recommendations", "/v1/recommendations/*", "/v1/events"),
            door(STOREFRONT).at("/v1/explanations"),
            // What a shopper chooses, and a login, come from the shop's own pages.
            door(STOREFRONT, ADMIN).at("/v1/customers/*/preferences", "/v1/customers/*/merge"),
            door(ADMIN).at("/v1/customers/*", "/v1/customers/*/export"),
            door(INGEST).at("/v1/orders", "/v1/products", "/v1/products/*/stock"),
            door(ADMIN).at("/v1/experiments/**", "/v1/keys", "/v1/keys/*"),
            door().at("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"),
            door(ADMIN, MONITOR)
                    .at("/actuator/info", "/actuator/metrics", "/actuator/metrics/*", "/actuator/prometheus"),
            door(ADMIN).at("/actuator/**"),
            // How to call the service is no secret, and a request that went wrong comes by the last.
            door().at("/openapi", "/openapi.yaml", "/error"));

    /**
     * Addresses for some roles.
     *
     * @param roles who may come in; everybody when empty
     */
    record Door(Set<Role> roles, List<RequestMatcher> addresses) {

        private Door at(String... patterns) {
            return new Door(
                    roles,
                    List.of(patterns).stream()
                            .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
                            .toList());
        }

        boolean isOpen() {
            return roles.isEmpty();
        }

        private boolean leadsTo(HttpServletRequest request) {
            return addresses.stream().anyMatch(address -> address.matches(request));
        }

        private boolean lets(Authentication caller) {
            return roles.stream().anyMatch(role -> caller.getAuthorities().contains(role.authority()));
        }
    }

    private static Door door(Role... roles) {
        EnumSet<Role> some = EnumSet.noneOf(Role.class);
        some.addAll(List.of(roles));
        return new Door(some, List.of());
    }

    /** The line that names the address of a request. */
    static Optional<Door> to(HttpServletRequest request) {
        return ALL.stream().filter(door -> door.leadsTo(request)).findFirst();
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> caller, RequestAuthorizationContext context) {
        Door door = to(context.getRequest()).orElse(null);
        boolean open = door != null && door.isOpen();
        // Asking for the caller of a request that has none ends it: what is there must not be told to strangers.
        return new AuthorizationDecision(open || lets(caller.get(), door));
    }

    private static boolean lets(Authentication caller, @Nullable Door door) {
        return door != null && door.lets(caller);
    }
}
