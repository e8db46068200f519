package org.cartograph.service.orders;

import java.util.HashMap;
import java.util.Map;
import org.cartograph.load.graph.Order;
import org.jspecify.annotations.Nullable;

/**
 * An order, and where it came from.
 *
 * @param visitorId the browser, or null
 */
record PlacedOrder(Order order, @Nullable String visitorId) {

    /** Whose recommendations it may be owed to, as the plugin reads it. */
    Map<String, Object> asParameter() {
        Map<String, Object> parameter = new HashMap<>();
        parameter.put("orderId", order.id());
        parameter.put("customerId", order.customerKey());
        if (visitorId != null) {
            parameter.put("visitorId", visitorId);
        }
        return parameter;
    }
}
