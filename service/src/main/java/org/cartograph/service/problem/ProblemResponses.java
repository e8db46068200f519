package org.cartograph.service.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where no endpoint has been reached yet, in the shape in which {@link Problems} answers. */
@Component
public final class ProblemResponses {

    private final JsonMapper json;

    ProblemResponses(JsonMapper json) {
        this.json = json;
    }

    /**
     * Answers a request that goes no further.
     *
     * @param sentence names the field, what is allowed and what came
     */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String sentence)
            throws IOException {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, sentence);
        try {
            detail.setInstance(new URI(request.getRequestURI()));
        } catch (URISyntaxException odd) {
            // It is no address that a problem could name.
        }
        byte[] body = json.writeValueAsBytes(detail);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
