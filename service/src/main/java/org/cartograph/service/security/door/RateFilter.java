package org.cartograph.service.security.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.cartograph.service.security.limit.Limits;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody come too often. */
final class RateFilter extends OncePerRequestFilter {

    private final Limits limits;
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
            chain.doFilter(request, response);
        } else {
            refusals.tooOften(
                    request, response, wait, "Too many requests came with this key; send this one again later.");
        }
    }
}
