package org.cartograph.service.problem;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Ends requests that were answered before their body was read, such as those without a key.
 *
 * <p>Tomcat by itself reads the rest, so that the connection can be used again, and waits for each byte anew: a stranger
 * who sends one now and then would hold a thread for hours. Here the rest has a second and {@link #MOST} bytes, for a few
 * such requests at a time, then the connection is closed. To close it at once would be no better: what is still under way
 * would be answered by a reset, and the caller would not see the answer.
 */
@Component
final class UnreadBodies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int MOST = 16_000_000;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long FAREWELL_MILLIS = 200;
    private static final int AT_ONCE = 4;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Drain());
    }

    /** Takes what comes, and leaves it lying. */
    private static final class Sink implements ApplicationBufferHandler {

        private ByteBuffer last = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            last = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return last;
        }

        @Override
        public void expand(int size) {
            // It keeps nothing.
        }
    }

    private static final class Drain extends ValveBase {

        private final Semaphore places = new Semaphore(AT_ONCE);

        private Drain() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (!request.isAsync() && !isRead(request)) {
                response.finishResponse();
                if (response.getStatus() == HttpServletResponse.SC_REQUEST_TIMEOUT) {
                    letTheAnswerArrive(); // who had time enough gets no more
                } else {
                    drain(request);
                }
                if (!isRead(request)) {
                    request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                }
            }
        }

        private static boolean isRead(Request request) {
            AtomicBoolean read = new AtomicBoolean();
            request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
            return read.get();
        }

        /** What lies unread when a connection is closed resets it, and takes along what its other end has not read yet. */
        private void letTheAnswerArrive() {
            if (places.tryAcquire()) {
                try {
                    Thread.sleep(FAREWELL_MILLIS);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                } finally {
                    places.release();
                }
            }
        }

        private void drain(Request request) {
            if (!places.tryAcquire()) {
                return;
            }
            long began = System.nanoTime();
            try {
                Sink sink = new Sink();
                int left = MOST;
                while (left > 0 && System.nanoTime() - began < LONGEST_NANOS) {
                    // The stream that endpoints read from was closed with the answer.
                    int read = request.getCoyoteRequest().doRead(sink);
                    if (read < 0) {
                        return;
                    }
                    left -= read;
                }
            } catch (IOException gone) {
                // Whoever sent it has left, or sends no more.
            } finally {
                places.release();
            }
        }
    }
}
