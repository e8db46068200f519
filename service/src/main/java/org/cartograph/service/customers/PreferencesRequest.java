package org.cartograph.service.customers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants from now on; what is null stays as it is, a list that is given replaces the one before it whole.
 *
 * @param consent    whether behaviour may be used; false acts on the next answer
 * @param anonymous  true: who is new is a browser, which a login may make part of a customer later
 * @param categories liked categories
 * @param brands     liked brands
 * @param attributes other liked attributes: key → values
 */
record PreferencesRequest(
        @Nullable Boolean consent,
        @Nullable Boolean anonymous,
        @Nullable List<String> categories,
        @Nullable List<String> brands,
        @Nullable Map<String, List<String>> attributes) {

    /** The configuration of {@code cartograph.customer.prefer}. */
    Map<String, Object> asParameter() {
        Map<String, Object> parameter = new LinkedHashMap<>();
        put(parameter, "consent", consent);
        put(parameter, "anonymous", anonymous);
        put(parameter, "categories", categories);
        put(parameter, "brands", brands);
        put(parameter, "attributes", attributes);
        return parameter;
    }

    private static void put(Map<String, Object> parameter, String key, @Nullable Object value) {
        if (value != null) {
            parameter.put(key, value);
        }
    }
}
