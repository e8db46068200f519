package org.cartograph.service.security;

import java.net.URI;
import java.util.Map;
import org.cartograph.service.startup.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Whose tokens are taken: {@code cartograph.security.oauth2.*}. Either a key set or a public key is named.
 *
 * @param jwkSetUri where the authorization server publishes its keys
 * @param publicKey its RSA key as a PEM file, {@code file:/run/secrets/issuer.pem}
 * @param audience  what tokens for this service name as {@code aud}: those for others are refused
 * @param issuer    what they name as {@code iss}; not looked at when null
 * @param claim     the claim that says what the bearer may do, a list or words with spaces between
 * @param roles     the word in it that stands for a role; the role's own name when not given
 */
public record OauthSettings(
        @Nullable URI jwkSetUri,
        @Nullable Resource publicKey,
        @Nullable String audience,
        @Nullable String issuer,
        @DefaultValue("scope") String claim,
        @DefaultValue Map<Role, String> roles) {

    public OauthSettings {
        if ((jwkSetUri == null) == (publicKey == null)) {
            throw new CannotStart(
                    "One of `cartograph.security.oauth2.jwk-set-uri` and `.public-key` must be given, but "
                            + (jwkSetUri == null ? "none" : "both") + " came.");
        }
        if (audience == null || audience.isBlank()) {
            throw new CannotStart(
                    "`cartograph.security.oauth2.audience` must be given, because tokens for other services would "
                            + "be taken without it, but was missing.");
        }
        roles = Map.copyOf(roles);
    }

    /** The word that stands for a role. */
    public String word(Role role) {
        return roles.getOrDefault(role, role.word());
    }
}
