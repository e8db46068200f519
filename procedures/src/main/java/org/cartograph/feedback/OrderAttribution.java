package org.cartograph.feedback;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cartograph.graph.Browsers;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.People;
import org.cartograph.graph.Showed;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Counts the lines of an order, as it is now, for what was recommended to its customer.
 *
 * <p>A line counts for one recommendation: for the one that an event named or that got it before, else for the last touch
 * (see {@link Touch}) inside the window. What it counted for and no longer holds is taken back, so that a replaced or
 * cancelled order leaves what the newest version deserves, and asking twice changes nothing.
 */
public final class OrderAttribution {
    private final Transaction transaction;
    private final FeedbackSettings settings;

    /** Attribution in the caller's transaction. */
    public OrderAttribution(Transaction transaction, FeedbackSettings settings) {
        this.transaction = transaction;
        this.settings = settings;
    }

    /**
     * What an order counts for.
     *
     * @param attributed lines that count for a recommendation
     * @param revenue of these lines in the order's currency; null when no price is known
     * @param halo revenue of its other lines where a recommendation was clicked before; null when none was
     */
    public record Credited(
            String orderId,
            int attributed,
            @Nullable Double revenue,
            @Nullable Double halo) {}

    /**
     * Attributes one order.
     *
     * @param customerId whose it is; null for a guest
     * @param visitorId the browser that the customer used, or null
     */
    public Credited attribute(String orderId, @Nullable String customerId, @Nullable String visitorId) {
        String buyer = customerId == null ? People.guest(orderId) : customerId;
        Map<String, Node> people = people(buyer, visitorId);
        Node customer = people.get(buyer);
        List<Relationship> lines = customer == null ? List.of() : OrderLines.of(customer, orderId);
        Map<Node, Relationship> counted = counted(orderId, lines);
        Halo halo = new Halo(transaction, orderId);
        halo.takeBack();
        if (lines.isEmpty()) {
            return new Credited(orderId, 0, null, null);
        }
        Instant at = Optional.ofNullable(Instants.of(lines.get(0).getProperty("at", null)))
                .orElse(Instant.EPOCH);
        boolean refused = people.values().stream().anyMatch(People::refused);
        Touches touches = new Touches(settings, refused ? List.of() : people.values(), at);
        List<Relationship> others = new ArrayList<>();
        List<Double> revenues = new ArrayList<>();
        for (Relationship line : lines) {
            Sale sale = sale(line, orderId, at);
            Optional<Relationship> shown = shown(line.getEndNode(), counted, touches, sale);
            shown.ifPresentOrElse(where -> count(where, line, sale), () -> others.add(line));
            if (shown.isPresent() && sale.revenue() != null) {
                revenues.add(sale.revenue());
            }
        }
        return new Credited(
                orderId,
                lines.size() - others.size(),
                revenues.isEmpty()
                        ? null
                        : revenues.stream().mapToDouble(Double::doubleValue).sum(),
                others.isEmpty() ? null : halo.add(touches, others));
    }

    /** The customer and the browser, as far as there are any by now. */
    private Map<String, Node> people(String buyer, @Nullable String visitorId) {
        Shoppers shoppers = new Shoppers(transaction);
        String browser = visitorId == null ? null : Browsers.id(transaction, visitorId);
        return shoppers.locked(Stream.of(buyer, browser)
                .filter(Objects::nonNull)
                .filter(id -> shoppers.find(id).isPresent())
                .toList());
    }

    /** What the order counted for before, without what it no longer holds. */
    private Map<Node, Relationship> counted(String orderId, List<Relationship> lines) {
        List<Node> products = lines.stream().map(Relationship::getEndNode).toList();
        Map<Node, Relationship> counted = new HashMap<>();
        for (Relationship shown : SaleEvents.ordered(transaction, orderId)) {
            transaction.acquireWriteLock(shown.getStartNode());
            Node product = shown.getEndNode();
            if (!products.contains(product) || counted.putIfAbsent(product, shown) != null) {
                Outcomes.takeBack(shown);
            }
        }
        return counted;
    }

    private static Optional<Relationship> shown(
            Node product, Map<Node, Relationship> counted, Touches touches, Sale sale) {
        Relationship before = counted.get(product);
        return before != null
                ? Optional.of(before)
                : touches.same(product, sale).or(() -> touches.last(product));
    }

    private void count(Relationship shown, Relationship line, Sale sale) {
        transaction.acquireWriteLock(shown.getStartNode());
        Outcomes.ordered(shown, sale);
        String order = String.valueOf(sale.orderId());
        for (Relationship back : OrderLines.of(line.getStartNode(), order, GraphModel.RETURNED)) {
            Instant returned = Instants.of(back.getProperty("at", null));
            if (back.getEndNode().equals(shown.getEndNode()) && returned != null) {
                Outcomes.returned(shown, returned.atZone(ZoneOffset.UTC), null);
            }
        }
    }

    private Sale sale(Relationship line, String orderId, Instant at) {
        Node order = transaction.findNode(GraphModel.ORDER, "id", orderId);
        return new Sale(
                at.atZone(ZoneOffset.UTC),
                orderId,
                OrderLines.revenue(line),
                order == null ? null : (String) order.getProperty(Showed.CURRENCY, null));
    }
}
