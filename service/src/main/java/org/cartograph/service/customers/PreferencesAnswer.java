package org.cartograph.service.customers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What a customer has told the shop, as it is kept now.
 *
 * @param consent whether behaviour may be used; null when the customer never said, which counts as yes
 */
record PreferencesAnswer(
        String customerId,
        @Nullable Boolean consent,
        List<String> categories,
        List<String> brands,
        Map<String, List<String>> attributes) {

    static PreferencesAnswer of(String customerId, Record row) {
        return new PreferencesAnswer(
                customerId,
                row.get("consent").isNull() ? null : row.get("consent").asBoolean(),
                row.get("categories").asList(Value::asString),
                row.get("brands").asList(Value::asString),
                row.get("attributes").asMap(values -> values.asList(Value::asString)));
    }
}
