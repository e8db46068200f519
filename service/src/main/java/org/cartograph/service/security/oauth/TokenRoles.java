package org.cartograph.service.security.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.cartograph.service.security.OauthSettings;
import org.cartograph.service.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads roles from a token. Browsers have none: their role is for keys alone. */
final class TokenRoles implements Converter<Jwt, AbstractAuthenticationToken> {

    private final OauthSettings settings;

    TokenRoles(OauthSettings settings) {
        this.settings = settings;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Collection<?> words = words(token.getClaims().get(settings.claim()));
        List<GrantedAuthority> roles = Arrays.stream(Role.values())
                .filter(role -> role != Role.BROWSER && words.contains(settings.word(role)))
                .map(Role::authority)
                .toList();
        return new JwtAuthenticationToken(token, roles, name(token, roles));
    }

    /** Whose requests are counted together: one who comes in two roles has two limits. */
    private static String name(Jwt token, List<GrantedAuthority> roles) {
        String client =
                token.hasClaim("client_id") ? token.getClaimAsString("client_id") : token.getClaimAsString("azp");
        return "token %s %s %s".formatted(token.getSubject(), client, roles);
    }

    private static Collection<?> words(@Nullable Object claim) {
        if (claim instanceof String text) {
            return List.of(text.split(" ", -1));
        }
        return claim instanceof Collection<?> list ? list : List.of();
    }
}
