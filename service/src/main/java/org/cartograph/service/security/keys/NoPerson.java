package org.cartograph.service.security.keys;

import java.io.IOException;
import java.lang.reflect.Type;
import org.cartograph.service.problem.NotAllowed;
import org.cartograph.service.recommendation.RecommendationRequest;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets no browser name a customer. Everybody can read its key and send what origin they like, and a customer's id is easily
 * guessed: what is recommended to somebody says what somebody bought. A visitor's id is known to one browser alone, and one
 * that is a customer's leads to a browser of that name and to nothing of the customer.
 */
@RestControllerAdvice
final class NoPerson extends RequestBodyAdviceAdapter {

    private static final String FIELD = "customerId";

    private final JsonMapper json;

    NoPerson(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (isBrowser() && names(body, message)) {
            throw new NotAllowed(
                    "`customerId` must be left out with a browser's key, which everybody can read, but came; send a "
                            + "`visitorId`, or ask from the shop's server.");
        }
        return body;
    }

    private static boolean isBrowser() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && caller.getPrincipal() instanceof ApiKey key && key.isForBrowsers();
    }

    /** Of the two bodies that browsers send both are read already; any other is looked through once more. */
    private boolean names(Object body, HttpInputMessage message) {
        if (body instanceof RecommendationRequest page) {
            return page.customerId() != null;
        }
        if (body instanceof JsonNode events) {
            return events.findValue(FIELD) != null;
        }
        try {
            return json.readTree(message.getBody()).findValue(FIELD) != null;
        } catch (IOException impossible) {
            throw new IllegalStateException("A body that was read is kept", impossible);
        }
    }
}
