package org.cartograph.service.security.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.cartograph.service.security.Role;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes everybody for somebody who may do everything, where the service is open. */
final class EverybodyFilter extends OncePerRequestFilter {

    private static final List<GrantedAuthority> ALL =
            Arrays.stream(Role.values()).map(Role::authority).toList();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken("everybody", null, ALL));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
