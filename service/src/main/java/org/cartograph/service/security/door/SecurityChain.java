package org.cartograph.service.security.door;

import jakarta.servlet.Filter;
import org.cartograph.service.security.Mode;
import org.cartograph.service.security.OauthSettings;
import org.cartograph.service.security.SecuritySettings;
import org.cartograph.service.security.keys.KeyFilter;
import org.cartograph.service.security.keys.KeyRing;
import org.cartograph.service.security.limit.Limits;
import org.cartograph.service.security.oauth.Tokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The filters in their order: headers, pages of browsers, who it is, how often, whether that address is for them. No
 * session, no cookie, no form: each request brings its key.
 */
@Configuration(proxyBeanMethods = false)
final class SecurityChain {

    /** What an endpoint says about caching stays; whatever says nothing may hold something personal. */
    private static final HeaderWriter NO_STORE = (request, response) -> {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    };

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            SecuritySettings settings,
            KeyRing ring,
            Limits limits,
            Refusals refusals,
            Environment environment) {
        http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .addHeaderWriter(NO_STORE)
                        .frameOptions(FrameOptionsConfig::deny)
                        .contentSecurityPolicy(policy -> policy.policyDirectives("frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(new Doors()));
        if (settings.mode() == Mode.OPEN) {
            OpenToAll.check(settings, environment);
            http.addFilterAfter(new EverybodyFilter(settings.openBeyondLoopback(), refusals), HeaderWriterFilter.class);
        } else {
            http.addFilterAfter(new PageFilter(ring, refusals), HeaderWriterFilter.class)
                    .addFilterAfter(new KeyFilter(ring), PageFilter.class);
            Class<? extends Filter> last = KeyFilter.class;
            OauthSettings oauth2 = settings.oauth2();
            if (oauth2 != null) {
                http.addFilterAfter(tokens(oauth2, refusals), last);
                last = BearerTokenAuthenticationFilter.class;
            }
            http.addFilterAfter(new RateFilter(limits, refusals), last);
        }
        return http.build();
    }

    private static BearerTokenAuthenticationFilter tokens(OauthSettings settings, Refusals refusals) {
        BearerTokenAuthenticationFilter filter = new BearerTokenAuthenticationFilter(Tokens.taken(settings));
        filter.setAuthenticationFailureHandler(refusals);
        return filter;
    }

    /** A shop's ids may hold a percent sign or a semicolon: the patterns above read addresses as the endpoints do. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }

    /** Each request is timed already. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
