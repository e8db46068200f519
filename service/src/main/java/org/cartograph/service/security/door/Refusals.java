package org.cartograph.service.security.door;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cartograph.service.problem.ProblemResponses;
import org.cartograph.service.security.Mode;
import org.cartograph.service.security.Role;
import org.cartograph.service.security.SecuritySettings;
import org.cartograph.service.security.keys.KeyProblem;
import org.cartograph.service.security.limit.Limits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Answers whoever is not let in, with a problem that says what would be right, and counts it. */
@Component
final class Refusals
        implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler, RequestRejectedHandler {

    private static final String NOTHING =
            "There is nothing at this address; recommendations are at /v1/recommendations.";

    private final SecuritySettings settings;
    private final ProblemResponses problems;
    private final Limits limits;
    private final MeterRegistry meters;

    Refusals(SecuritySettings settings, ProblemResponses problems, Limits limits, MeterRegistry meters) {
        this.settings = settings;
        this.problems = problems;
        this.limits = limits;
        this.meters = meters;
    }

    /** Nobody stands behind the request. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        KeyProblem problem = KeyProblem.of(request);
        if (problem.status() != HttpStatus.UNAUTHORIZED) {
            if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            }
            refuse(request, response, problem.status(), problem.word(), problem.sentence());
        } else if (settings.mode() == Mode.OAUTH2 && problem == KeyProblem.MISSING) {
            strange(request, response, "missing", "`Authorization` must be Bearer with a token, but was missing.");
        } else {
            strange(request, response, problem.word(), problem.sentence());
        }
    }

    /** A token was refused, or could not be looked at. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            refuse(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unread",
                    "The authorization server did not answer, so that the token cannot be looked at; try again in a moment.");
        } else if (failure instanceof OAuth2AuthenticationException) {
            strange(
                    request,
                    response,
                    "unknown",
                    "`Authorization` must be Bearer with one token that is in time and meant for this service, but was not.");
        } else {
            commence(request, response, failure);
        }
    }

    /** Whoever tries one key after the other is soon told to wait, and no more. */
    private void strange(HttpServletRequest request, HttpServletResponse response, String reason, String sentence)
            throws IOException {
        Duration wait = limits.waitOfRefused(request);
        if (!wait.isZero()) {
            tooOften(request, response, wait, "This address was refused too often; it is told why again in a moment.");
            return;
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                settings.mode() == Mode.OAUTH2 ? "Bearer" : "ApiKey header=\"X-API-Key\"");
        refuse(request, response, HttpStatus.UNAUTHORIZED, reason, sentence);
    }

    /** Somebody stands behind it who may not. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Optional<Doors.Door> door = Doors.to(request);
        if (door.isEmpty()) {
            refuse(request, response, HttpStatus.NOT_FOUND, "nothing", NOTHING);
            return;
        }
        List<String> words = door.get().roles().stream().map(Role::word).toList();
        String who = settings.mode() == Mode.OAUTH2 ? "The caller" : "`X-API-Key`";
        String sentence = "%s must have the role %s here, but has not."
                .formatted(who, words.stream().collect(Collectors.joining(" or ")));
        refuse(request, response, HttpStatus.FORBIDDEN, "role", sentence);
    }

    /** The firewall found something in the address or a header that no honest caller sends. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        refuse(
                request,
                response,
                HttpStatus.BAD_REQUEST,
                "firewall",
                "The method, the address and the headers must be plain, without control characters and detours, but were not.");
    }

    /** Somebody comes too often. */
    void tooOften(HttpServletRequest request, HttpServletResponse response, Duration wait, String sentence)
            throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER, String.valueOf(wait.plusMillis(999).toSeconds()));
        refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, "rate", sentence);
    }

    /** Says that a page of a browser may not call here. */
    void strangePage(HttpServletRequest request, HttpServletResponse response, String sentence) throws IOException {
        refuse(request, response, KeyProblem.ORIGIN.status(), KeyProblem.ORIGIN.word(), sentence);
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String reason, String sentence)
            throws IOException {
        meters.counter("cartograph.refused", "reason", reason).increment();
        problems.write(request, response, status, sentence);
    }
}
