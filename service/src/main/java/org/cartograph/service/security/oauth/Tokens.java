package org.cartograph.service.security.oauth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cartograph.service.security.OauthSettings;
import org.cartograph.service.startup.CannotStart;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.Resource;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** Takes tokens that are signed, in time, and meant for this service. */
public final class Tokens {

    /** For the connection to an authorization server, and for each part of its answer. */
    private static final int PATIENCE_MILLIS = 2_000;

    /** How long keys are taken for all there are, and how long before that they are read again, by a thread of their own. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private static final Duration AHEAD = Duration.ofMinutes(1);

    /** A token whose key is not known waits so long for another that has the keys read. */
    private static final Duration LONGEST_QUEUE = Duration.ofMillis(500);

    private static final Duration OUTAGE = Duration.ofHours(4);

    private Tokens() {}

    /** What looks at tokens. */
    public static AuthenticationManager taken(OauthSettings settings) {
        KeySetReader reader = new KeySetReader(PATIENCE_MILLIS);
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder(settings, reader));
        provider.setJwtAuthenticationConverter(new TokenRoles(settings));
        AuthenticationManager manager = new ProviderManager(provider);
        return token -> {
            try {
                return manager.authenticate(token);
            } catch (AuthenticationServiceException unread) {
                throw namesNoKnownKey(unread) && reader.hasRead(OUTAGE)
                        ? new InvalidBearerTokenException("The token names a key that its issuer does not have", unread)
                        : unread;
            }
        };
    }

    /** The keys are not read again for each name of a key that somebody makes up. */
    private static boolean namesNoKnownKey(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof RateLimitReachedException;
    }

    private static JwtDecoder decoder(OauthSettings settings, KeySetReader reader) {
        URI keySet = settings.jwkSetUri();
        Resource publicKey = settings.publicKey();
        NimbusJwtDecoder decoder;
        if (keySet != null) {
            decoder = NimbusJwtDecoder.withJwkSource(keySet(keySet, reader))
                    .jwsAlgorithms(all -> all.addAll(
                            List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                    .build();
        } else if (publicKey != null) {
            decoder = NimbusJwtDecoder.withPublicKey(read(publicKey)).build();
        } else {
            throw new IllegalStateException("The settings name one of the two");
        }
        decoder.setJwtValidator(validator(settings));
        return decoder;
    }

    /** Keys that were read stay good while the server that publishes them is away, and nobody waits for those that are known. */
    private static JWKSource<SecurityContext> keySet(URI address, KeySetReader reader) {
        try {
            return JWKSourceBuilder.create(address.toURL(), reader)
                    .cache(LIFE.toMillis(), LONGEST_QUEUE.toMillis())
                    .refreshAheadCache(AHEAD.toMillis(), true)
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException | IllegalArgumentException unusable) {
            throw new CannotStart("`cartograph.security.oauth2.jwk-set-uri` must be an address such as "
                    + "https://login.example/keys, but was " + address + ".");
        }
    }

    private static RSAPublicKey read(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return RsaKeyConverters.x509().convert(content);
        } catch (IOException | IllegalArgumentException | IllegalStateException unusable) {
            throw new CannotStart(
                    "`cartograph.security.oauth2.public-key` must be a file with an RSA key that begins with "
                            + "-----BEGIN PUBLIC KEY-----, but " + file + " is none.");
        }
    }

    private static OAuth2TokenValidator<Jwt> validator(OauthSettings settings) {
        List<OAuth2TokenValidator<Jwt>> all = new ArrayList<>();
        String issuer = settings.issuer();
        JwtTypeValidator type =
                new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt"); // RFC 9068 asks for the latter
        type.setAllowEmpty(true);
        all.add(type);
        JwtTimestampValidator time = new JwtTimestampValidator();
        time.setAllowEmptyExpiryClaim(false); // a token that was stolen would be good for ever
        all.add(time);
        if (issuer != null) {
            all.add(new JwtIssuerValidator(issuer));
        }
        all.add(new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience())));
        return JwtValidators.createDefaultWithValidators(all);
    }
}
