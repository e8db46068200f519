package org.cartograph.service.trace;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names of a request in logs.
 *
 * @param requestId the caller's own where it is well-formed, else one made up here
 * @param traceId   of the caller's W3C trace, 32 hexadecimal digits; null where it sent none, or none that is valid
 */
public record RequestTrace(String requestId, @Nullable String traceId) {

    /** What an id may be made of: nothing that a log or a header would have to escape. */
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** W3C Trace Context, Recommendation of 23 November 2021, section 3.2: version, trace, parent, flags. */
    private static final Pattern TRACE_PARENT =
            Pattern.compile("(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    private static final int LONGEST_TRACE_PARENT = 512;
    private static final int MOST_TOGETHER = 10;

    /** The names that a request brings, or gets. */
    static RequestTrace of(@Nullable String requestId, @Nullable String traceParent) {
        String name = requestId != null && WELL_FORMED.matcher(requestId).matches() ? requestId : madeUp();
        return new RequestTrace(name, traceId(traceParent));
    }

    /** The names of several requests that are served by one transaction, the first ten. */
    static RequestTrace ofAll(List<RequestTrace> together) {
        return new RequestTrace(
                together.stream()
                        .limit(MOST_TOGETHER)
                        .map(RequestTrace::requestId)
                        .collect(Collectors.joining(",")),
                together.stream()
                        .map(RequestTrace::traceId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .limit(MOST_TOGETHER)
                        .reduce((one, other) -> one + "," + other)
                        .orElse(null));
    }

    /** As a transaction carries them: {@code SHOW TRANSACTIONS YIELD metaData}. */
    public Map<String, Object> metadata() {
        return traceId == null ? Map.of("requestId", requestId) : Map.of("requestId", requestId, "traceId", traceId);
    }

    private static String madeUp() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static @Nullable String traceId(@Nullable String traceParent) {
        if (traceParent == null || traceParent.length() > LONGEST_TRACE_PARENT) {
            return null;
        }
        Matcher parts = TRACE_PARENT.matcher(traceParent);
        boolean valid =
                parts.matches() && (parts.group(3) == null || !parts.group(1).equals("00"));
        return valid ? parts.group(2) : null;
    }
}
