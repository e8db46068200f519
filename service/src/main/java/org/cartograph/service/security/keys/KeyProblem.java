package org.cartograph.service.security.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why nobody stands behind a request. */
public enum KeyProblem {
    MISSING(HttpStatus.UNAUTHORIZED, "`X-API-Key` must be given, but was missing."),
    SEVERAL(HttpStatus.UNAUTHORIZED, "`X-API-Key` must be given once, but came more than once."),
    UNKNOWN(HttpStatus.UNAUTHORIZED, "`X-API-Key` must be a key that is good here, but this one is not."),
    UNREAD(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The keys have not been read from the database yet, and `X-API-Key` may be one of them; try again in a moment."),
    ORIGIN(
            HttpStatus.FORBIDDEN,
            "`Origin` must be a page that may use this key, as a browser names it, but was another or missing."),
    PERSON(
            HttpStatus.FORBIDDEN,
            "`customer` must be left out with a browser's key, which everybody can read, but came; send a `visitor`, or ask from "
                    + "the shop's server.");

    private static final String ATTRIBUTE = KeyProblem.class.getName();

    private final HttpStatus status;
    private final String sentence;

    KeyProblem(HttpStatus status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    public HttpStatus status() {
        return status;
    }

    public String sentence() {
        return sentence;
    }

    /** As measurements name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    void noteOn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** What was noted on a request; where nothing was, there is no key. */
    public static KeyProblem of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof KeyProblem problem ? problem : MISSING;
    }
}
