package org.cartograph.service.security.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cartograph.service.security.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes everybody for somebody who may do everything, where the service is open: but not a page of another site in the
 * browser of whoever tries it, also not if that site's name leads to this machine (DNS rebinding).
 */
final class EverybodyFilter extends OncePerRequestFilter {

    private static final List<GrantedAuthority> ALL =
            Arrays.stream(Role.values()).map(Role::authority).toList();

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final boolean beyondLoopback;
    private final Refusals refusals;

    EverybodyFilter(boolean beyondLoopback, Refusals refusals) {
        this.beyondLoopback = beyondLoopback;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String page = request.getHeader(HttpHeaders.ORIGIN);
        if (page != null && !page.endsWith("://" + request.getHeader(HttpHeaders.HOST))) {
            refusals.strangePage(
                    request,
                    response,
                    "`Origin` must be this service where nobody is asked for a key, but was another.");
            return;
        }
        if (!beyondLoopback && !LOOPBACK.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            refusals.strangePage(
                    request,
                    response,
                    "`Host` must be localhost, 127.0.0.1 or [::1] where nobody is asked for a key, but was another.");
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken("everybody", null, ALL));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
