package org.cartograph.service.trace;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The request for which a thread works. */
public final class CurrentTrace {

    private static final String REQUEST = "requestId";
    private static final String TRACE = "traceId";

    private static final ThreadLocal<@Nullable RequestTrace> CURRENT = new ThreadLocal<>();

    private CurrentTrace() {}

    /** Empty where nobody waits for the work. */
    public static Optional<RequestTrace> get() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The same work, for another thread to do for the request that this thread works for now. */
    public static <T> Supplier<T> carriedOver(Supplier<T> work) {
        RequestTrace trace = CURRENT.get();
        return trace == null ? work : () -> during(trace, work);
    }

    /** Does work for a request; what it logs carries the request's names. */
    static void during(RequestTrace trace, Runnable work) {
        enter(trace);
        try {
            work.run();
        } finally {
            leave();
        }
    }

    /** Does work for several requests at once; for none it does it all the same. */
    public static void during(List<RequestTrace> together, Runnable work) {
        if (together.isEmpty()) {
            work.run();
        } else {
            during(RequestTrace.ofAll(together), work);
        }
    }

    /** Does work for a request, and returns what came of it. */
    private static <T> T during(RequestTrace trace, Supplier<T> work) {
        enter(trace);
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    static void enter(RequestTrace trace) {
        CURRENT.set(trace);
        MDC.put(REQUEST, trace.requestId());
        if (trace.traceId() != null) {
            MDC.put(TRACE, trace.traceId());
        }
    }

    static void leave() {
        CURRENT.remove();
        MDC.remove(REQUEST);
        MDC.remove(TRACE);
    }
}
