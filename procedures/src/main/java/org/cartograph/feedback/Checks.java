package org.cartograph.feedback;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.graph.People;
import org.cartograph.settings.Shown;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/** Says whether an event can be written, before anything of its group is. */
final class Checks {
    private final FeedbackSettings settings;
    private final Instant now;
    private final Shoppers shoppers;
    private final Products products;
    private final Map<String, Recommended> recommended = new HashMap<>();
    private final Map<String, String> unreadable = new HashMap<>();

    Checks(FeedbackSettings settings, Instant now, Shoppers shoppers, Products products) {
        this.settings = settings;
        this.now = now;
        this.shoppers = shoppers;
        this.products = products;
    }

    /** Reads the recommendations that events may name; one that cannot be read spoils only the events that name it. */
    void read(@Nullable List<Map<String, Object>> recommendations) {
        for (Map<String, Object> sent : recommendations == null ? List.<Map<String, Object>>of() : recommendations) {
            String id = sent == null ? "" : String.valueOf(sent.get("id"));
            try {
                recommended.put(id, Recommended.of(sent == null ? Map.of() : sent));
            } catch (IllegalArgumentException wrong) {
                unreadable.put(id, String.valueOf(wrong.getMessage()));
            }
        }
    }

    /**
     * Checks an event.
     *
     * @throws IllegalArgumentException that says why it is rejected
     */
    Checked check(@Nullable Map<String, Object> sent) {
        Event event = Event.of(sent, settings, now).complete();
        Recommended source = source(event);
        Node product = product(event);
        if (source != null) {
            inTime(event, source);
        }
        boolean shown = source != null && event.type().isOutcome() && shown(event, source);
        String shopper = shopper(event, source != null);
        return new Checked(event, product, shown ? source : null, shopper, line(event, product));
    }

    private @Nullable Recommended source(Event event) {
        String id = event.recommendationId();
        if (id == null) {
            return null;
        }
        Recommended found = recommended.get(id);
        if (found == null) {
            throw new IllegalArgumentException(
                    unreadable.containsKey(id)
                            ? "`recommendationId` must be one that can be read, but " + unreadable.get(id)
                            : "`recommendationId` must be one of the recommendations that were handed over, but was "
                                    + Shown.of(id) + ".");
        }
        return found;
    }

    private void inTime(Event event, Recommended source) {
        if (event.at().isBefore(source.at().minus(settings.clockSkew()))) {
            throw new IllegalArgumentException("`at` must not be before its recommendation was made, which was at "
                    + source.at().toInstant() + ", but was " + event.at().toInstant() + ".");
        }
    }

    private @Nullable Node product(Event event) {
        String id = event.productId();
        if (id == null) {
            return null;
        }
        return products.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "`productId` must be a product of this shop, but was " + Shown.of(id) + "."));
    }

    /** Whether the answer showed the product; a token that had no room for all of them cannot say that it did not. */
    private static boolean shown(Event event, Recommended source) {
        if (source.showed(event.productId(), event.placement())) {
            return true;
        }
        if (event.productId() == null && event.placement() == null) {
            return true;
        }
        if (source.partial()) {
            return false;
        }
        String key = event.productId() == null || source.showed(event.productId(), null) ? "placement" : "productId";
        throw new IllegalArgumentException("`" + key + "` must be one that the recommendation showed"
                + (event.productId() == null || key.equals("productId") ? "" : " the product in") + ", but was "
                + Shown.of(key.equals("productId") ? event.productId() : event.placement()) + ".");
    }

    private @Nullable String shopper(Event event, boolean recommended) {
        String shopper = shoppers.who(event);
        boolean person = !(recommended && event.type().isOutcome()) && event.type() != EventType.REFUND;
        if (shopper == null && person) {
            throw new IllegalArgumentException("`customerId` or `visitorId` must be given with type '"
                    + event.type().word() + "', but both were missing.");
        }
        if (shopper == null || !shoppers.refused(shopper)) {
            return shopper;
        }
        if (person) {
            throw new IllegalArgumentException(
                    "`customerId` and `visitorId` must not be those of a customer who refused consent.");
        }
        return null;
    }

    /** The line that a refund takes back, of whoever the order is. */
    private @Nullable Relationship line(Event event, @Nullable Node product) {
        String order = event.orderId();
        if (event.type() != EventType.REFUND || order == null || product == null) {
            return null;
        }
        return Stream.of(event.customerId(), shoppers.browser(event), People.guest(order))
                .flatMap(id -> id == null ? Stream.empty() : shoppers.find(id).stream())
                .flatMap(customer -> OrderLines.of(customer, order).stream())
                .filter(line -> line.getEndNode().equals(product))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`orderId` must be an order of this customer with that "
                        + "product, but was " + Shown.of(order) + "; send the refund again after its order."));
    }
}
