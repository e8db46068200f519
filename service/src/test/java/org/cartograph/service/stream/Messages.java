package org.cartograph.service.stream;

import java.util.Map;
import java.util.stream.IntStream;

/** What a shop sends to its topics. */
final class Messages {

    private Messages() {}

    static String order(String id, String customer, String product) {
        return """
                {"orderId": "%s", "customerId": "%s", "at": "2026-03-01T08:00:00Z",
                 "lines": [{"productId": "%s", "quantity": 1, "unitPrice": 19.5}]}""".formatted(id, customer, product);
    }

    static String[] orders(String name, int from, int to) {
        String customer =
                Map.of("early", "dee", "late", "eve", "restart", "fay").get(name);
        return IntStream.range(from, to)
                .mapToObj(number -> order(name + "-" + number, customer, "pot"))
                .toArray(String[]::new);
    }

    static String[] prices(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(price -> "{\"productId\": \"mug\", \"price\": " + price + "}")
                .toArray(String[]::new);
    }

    static String view(String id, String visitor, String product) {
        return "{\"eventId\": \"%s\", \"type\": \"view\", \"visitorId\": \"%s\", \"productId\": \"%s\"}"
                .formatted(id, visitor, product);
    }
}
