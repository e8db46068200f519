package org.cartograph.service.trace;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One line for each request that took long or failed by no fault of its caller, none for the others.
 *
 * <p>It names the endpoint and never the address, in which a customer's id may stand. When everything fails a few lines a
 * second say so as well as hundreds: the others are counted.
 */
@Component
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private static final int LINES_A_SECOND = 10;
    private static final int FIRST_FAILURE = 500;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final long slowMillis;
    private volatile boolean writing;
    private long second;
    private int lines;
    private int left;

    AccessLog(LogSettings settings) {
        this.slowMillis = settings.slow().toMillis();
    }

    /** No shopper waits for a service that warms itself up. */
    @EventListener(ApplicationReadyEvent.class)
    void writeFromNowOn() {
        writing = true;
    }

    void ended(HttpServletRequest request, int status, long came, RequestTrace trace) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - came);
        if (writing && (millis >= slowMillis || status >= FIRST_FAILURE)) {
            String route = route(request);
            int before = route.startsWith("/actuator") ? -1 : linesLeftOut();
            if (before >= 0) {
                CurrentTrace.during(trace, () -> write(method(request), route, status, millis, before));
            }
        }
    }

    private static void write(String method, String route, int status, long millis, int leftOut) {
        LOG.atWarn()
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("millis", millis)
                .addKeyValue("leftOut", leftOut)
                .log("{} {} ended with {} after {} ms{}", method, route, status, millis, more(leftOut));
    }

    private static String more(int leftOut) {
        return leftOut == 0 ? "" : ", as " + leftOut + " before it ended too late or badly";
    }

    /** Lines left out before the one that may be written now; -1 when this one is to be left out too. */
    private synchronized int linesLeftOut() {
        long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
        if (now != second) {
            second = now;
            lines = 0;
        }
        if (lines == LINES_A_SECOND) {
            left++;
            return -1;
        }
        lines++;
        int before = left;
        left = 0;
        return before;
    }

    private static String method(HttpServletRequest request) {
        return METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
    }

    private static String route(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                ? pattern
                : "(no endpoint)";
    }
}
