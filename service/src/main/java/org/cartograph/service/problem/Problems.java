package org.cartograph.service.problem;

import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception of an endpoint into an RFC 9457 problem. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidRequest mistake) {
        return problem(HttpStatus.BAD_REQUEST, mistake.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(InvalidParameterException parameters) {
        return problem(HttpStatus.BAD_REQUEST, "The parameters of the address must be like name=value, but were not.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFound nothing) {
        return problem(HttpStatus.NOT_FOUND, nothing.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAllowed(NotAllowed refused) {
        return problem(HttpStatus.FORBIDDEN, refused.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(TooLarge body) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, body.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooSlow(TooSlow body) {
        return problem(HttpStatus.REQUEST_TIMEOUT, body.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notReady(NotReady waiting) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(detail(HttpStatus.SERVICE_UNAVAILABLE, waiting.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notWritten(NotWritten unknown) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(detail(HttpStatus.SERVICE_UNAVAILABLE, unknown.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMuchToWrite(TooMuchToWrite full) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(detail(HttpStatus.TOO_MANY_REQUESTS, full.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooManyBodies(TooManyBodies waited) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(detail(HttpStatus.TOO_MANY_REQUESTS, waited.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception mistake) {
        LOG.error("A request failed by a mistake of the service", LogText.whole(mistake));
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "The service made a mistake; its log says more.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException mistake, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail detail = detail(status, JsonMistake.sentence(mistake));
        return handleExceptionInternal(mistake, detail, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException mistake,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Set<HttpMethod> allowed = mistake.getSupportedHttpMethods();
        ProblemDetail detail = detail(
                status, "The method here must be one of %s, but was %s.".formatted(allowed, mistake.getMethod()));
        return handleExceptionInternal(mistake, detail, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException mistake,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Object came = mistake.getContentType() == null ? "none" : mistake.getContentType();
        ProblemDetail detail = detail(status, "`Content-Type` must be application/json, but was %s.".formatted(came));
        return handleExceptionInternal(mistake, detail, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoHandlerFoundException(
            NoHandlerFoundException mistake, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail detail =
                detail(status, "There is nothing at this address; recommendations are at /v1/recommendations.");
        return handleExceptionInternal(mistake, detail, headers, status, request);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, @Nullable String sentence) {
        return ResponseEntity.status(status).body(detail(status, sentence));
    }

    private static ProblemDetail detail(HttpStatusCode status, @Nullable String sentence) {
        return ProblemDetail.forStatusAndDetail(status, sentence == null ? "" : sentence);
    }
}
