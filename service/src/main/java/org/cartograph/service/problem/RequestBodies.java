package org.cartograph.service.problem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Reads a body whole before it is parsed: bounded in size and time, and still there when a mistake in it has to be shown. */
@RestControllerAdvice
final class RequestBodies extends RequestBodyAdviceAdapter {

    private static final int STANDARD_MEGABYTES = 1;
    private static final int MEGABYTE = 1_000_000;
    private static final int PART = 16_384;

    private final BodySettings settings;

    RequestBodies(BodySettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        LargestBody stated = parameter.getParameterAnnotation(LargestBody.class);
        int megabytes = stated == null ? STANDARD_MEGABYTES : stated.megabytes();
        if (message.getHeaders().getContentLength() > (long) megabytes * MEGABYTE) {
            throw new TooLarge(megabytes);
        }
        try {
            return new Kept(message.getHeaders(), content(message.getBody(), megabytes));
        } catch (IOException failed) {
            if (timedOut(failed)) {
                throw new TooSlow(settings.time());
            }
            throw failed;
        }
    }

    /** Looks at the clock between two parts; how long one may be waited for is the server's connection timeout. */
    private byte[] content(InputStream body, int megabytes) throws IOException {
        long began = System.nanoTime();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        for (int read = body.read(part); read >= 0; read = body.read(part)) {
            content.write(part, 0, read);
            if (content.size() > megabytes * MEGABYTE) {
                throw new TooLarge(megabytes);
            }
            if (System.nanoTime() - began > settings.time().toNanos()) {
                throw new TooSlow(settings.time());
            }
        }
        return content.toByteArray();
    }

    private static boolean timedOut(@Nullable Throwable failure) {
        return failure != null && (failure instanceof SocketTimeoutException || timedOut(failure.getCause()));
    }

    /** A body that can be read again. */
    static final class Kept implements HttpInputMessage {

        private final HttpHeaders headers;
        private final byte[] content;

        private Kept(HttpHeaders headers, byte[] content) {
            this.headers = headers;
            this.content = content;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
