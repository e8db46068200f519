package org.cartograph.service.security.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartograph.service.security.Role;
import org.cartograph.service.security.keys.KeyFilter;
import org.cartograph.service.security.keys.KeyProblem;
import org.cartograph.service.security.keys.KeyRing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers which pages may call from elsewhere (CORS, WHATWG Fetch): those that some browser's key names, and each
 * exactly. A browser asks before it sends a key, so that all keys count there; the key itself says later whether it may be
 * used by this page. (Spring's own CORS filter would refuse everybody else here, in plain text: also a server that sends an
 * Origin with a key of its own.)
 */
final class PageFilter extends OncePerRequestFilter {

    private static final String TEN_MINUTES = "600";

    private final KeyRing ring;
    private final Refusals refusals;

    PageFilter(KeyRing ring, Refusals refusals) {
        this.ring = ring;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Doors.to(request)
                .filter(door -> door.roles().contains(Role.BROWSER))
                .isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean known = origin != null && ring.origins().contains(origin);
        if (known) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.RETRY_AFTER);
        }
        if (origin == null || !asksFirst(request)) {
            chain.doFilter(request, response);
        } else if (known) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST");
            response.setHeader(
                    HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, KeyFilter.HEADER + ", " + HttpHeaders.CONTENT_TYPE);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, TEN_MINUTES);
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            refusals.strangePage(request, response, KeyProblem.ORIGIN.sentence());
        }
    }

    private static boolean asksFirst(HttpServletRequest request) {
        return HttpMethod.OPTIONS.matches(request.getMethod())
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }
}
