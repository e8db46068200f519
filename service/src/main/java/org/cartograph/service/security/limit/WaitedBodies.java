package org.cartograph.service.security.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cartograph.service.problem.TooManyBodies;

/**
 * Sees to it that nobody keeps the threads of all others by sending bodies slowly: whoever waits for the next part of a body
 * holds a thread, and everybody can read the key of a browser. At most {@value #MOST} threads, a quarter of them, wait for
 * one address. A body that is there when it is asked for is not in the way of the next.
 */
public final class WaitedBodies {

    private static final int MOST = 8;
    private static final int MOST_ADDRESSES = 50_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    /** For honest callers whose bodies happen to be under way all at once. */
    private static final long PATIENCE_MILLIS = 50;

    private final Cache<String, Semaphore> places = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(FORGOTTEN)
            .build();

    /** The request, whose body is waited for among the others of its address. */
    public HttpServletRequest of(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public ServletInputStream getInputStream() throws IOException {
                return new Body(super.getInputStream(), () -> placesOf(request));
            }
        };
    }

    private Semaphore placesOf(HttpServletRequest request) {
        return places.get(CallerAddress.of(request), address -> new Semaphore(MOST));
    }

    /** Each reading that may have to wait takes a place. */
    private static final class Body extends ServletInputStream {

        private final ServletInputStream content;
        private final Supplier<Semaphore> ofAddress;

        private Body(ServletInputStream content, Supplier<Semaphore> ofAddress) {
            this.content = content;
            this.ofAddress = ofAddress;
        }

        @Override
        public int read() throws IOException {
            if (isThere()) {
                return content.read();
            }
            Semaphore place = take();
            try {
                return content.read();
            } finally {
                place.release();
            }
        }

        @Override
        public int read(byte[] part, int from, int length) throws IOException {
            if (isThere()) {
                return content.read(part, from, length);
            }
            Semaphore place = take();
            try {
                return content.read(part, from, length);
            } finally {
                place.release();
            }
        }

        private boolean isThere() throws IOException {
            return content.isFinished() || content.available() > 0;
        }

        private Semaphore take() {
            Semaphore place = ofAddress.get();
            try {
                if (place.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return place;
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            throw new TooManyBodies(MOST);
        }

        @Override
        public int available() throws IOException {
            return content.available();
        }

        @Override
        public boolean isFinished() {
            return content.isFinished();
        }

        @Override
        public boolean isReady() {
            return content.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            content.setReadListener(listener);
        }
    }
}
