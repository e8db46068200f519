package org.cartograph.service.security.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.cartograph.service.security.limit.Limits;
import org.cartograph.service.security.limit.WaitedBodies;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody come too often, or have too many threads wait for bodies. */
final class RateFilter extends OncePerRequestFilter {

    private final Limits limits;
    private final WaitedBodies bodies = new WaitedBodies();
    private final Refusals refusals;

    RateFilter(Limits limits, Refusals refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        Duration wait = caller == null ? Duration.ZERO : limits.wait(caller, request);
        if (wait.isZero()) {
            chain.doFilter(bodies.of(request), response);
        } else {
            refusals.tooOften(
                    request, response, wait, "Too many requests came with this key; send this one again later.");
        }
    }
}
