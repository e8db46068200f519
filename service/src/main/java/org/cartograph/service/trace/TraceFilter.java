package org.cartograph.service.trace;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Names each request before anything else sees it, and tells its caller the name. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceFilter extends OncePerRequestFilter {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final String TRACE_PARENT = "traceparent";
    private static final String NAMED = TraceFilter.class.getName();

    private final AccessLog log;

    TraceFilter(AccessLog log) {
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(NAMED) instanceof RequestTrace known) {
            follow(known, request, response, chain);
            return;
        }
        long came = System.nanoTime();
        RequestTrace trace = RequestTrace.of(request.getHeader(REQUEST_ID), request.getHeader(TRACE_PARENT));
        request.setAttribute(NAMED, trace);
        response.setHeader(REQUEST_ID, trace.requestId());
        boolean broke = true;
        try {
            follow(trace, request, response, chain);
            broke = false;
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext()
                        .addListener(new Ending(() -> log.ended(request, response.getStatus(), came, trace)));
            } else {
                log.ended(
                        request,
                        broke ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus(),
                        came,
                        trace);
            }
        }
    }

    private static void follow(
            RequestTrace trace, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CurrentTrace.enter(trace);
        try {
            chain.doFilter(request, response);
        } finally {
            CurrentTrace.leave();
        }
    }

    /** A write is answered by another thread, which comes through here again. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /** Hears when a request that was left waiting has been answered. */
    private record Ending(Runnable answered) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            answered.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
