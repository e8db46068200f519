package org.cartograph.service.security.keys;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cartograph.service.security.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds whose key a request brings. Whoever brings none, or one that is not good, stays a stranger and gets as far as
 * strangers do.
 */
public final class KeyFilter extends OncePerRequestFilter {

    /** Where a key stands. */
    public static final String HEADER = "X-API-Key";

    /** For programs that can only send a bearer's token, such as Prometheus. */
    private static final String BEARER = "Bearer cg_";

    private final KeyRing ring;

    public KeyFilter(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> came = Collections.list(request.getHeaders(HEADER));
        if (came.size() > 1) {
            KeyProblem.SEVERAL.noteOn(request);
        } else if (came.size() == 1) {
            lookAt(came.get(0), request);
        } else {
            String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
            if (authorization != null && authorization.startsWith(BEARER)) {
                lookAt(authorization.substring(BEARER.length() - "cg_".length()), request);
            }
        }
        chain.doFilter(request, response);
    }

    private void lookAt(String came, HttpServletRequest request) {
        Optional<KeyText> text = KeyText.read(came);
        Optional<ApiKey> key = text.flatMap(ring::find);
        if (key.isEmpty()) {
            (text.filter(ring::mayHold).isPresent() ? KeyProblem.UNREAD : KeyProblem.UNKNOWN).noteOn(request);
        } else if (key.get().isForBrowsers() && !comesFrom(key.get(), request)) {
            KeyProblem.ORIGIN.noteOn(request);
        } else if (key.get().isForBrowsers() && namesPerson(request)) {
            KeyProblem.PERSON.noteOn(request);
        } else {
            letIn(key.get());
        }
    }

    private static boolean comesFrom(ApiKey key, HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && key.origins().contains(origin);
    }

    /** In the address; {@link NoPerson} looks at bodies. */
    private static boolean namesPerson(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) && request.getParameter("customer") != null;
    }

    private static void letIn(ApiKey key) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(
                key, null, key.roles().stream().map(Role::authority).toList()));
        SecurityContextHolder.setContext(context);
    }
}
