package org.cartograph.service.problem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Reads a body whole before it is parsed: bounded, and still there when a mistake in it has to be shown. */
@RestControllerAdvice
final class RequestBodies extends RequestBodyAdviceAdapter {

    private static final int STANDARD_MEGABYTES = 1;
    private static final int MEGABYTE = 1_000_000;

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
        byte[] content = message.getBody().readNBytes(megabytes * MEGABYTE + 1);
        if (content.length > megabytes * MEGABYTE) {
            throw new InvalidRequest("The body must be at most %d MB, but was larger.".formatted(megabytes));
        }
        return new Kept(message.getHeaders(), content);
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
