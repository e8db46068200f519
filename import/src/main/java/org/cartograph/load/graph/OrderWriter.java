package org.cartograph.load.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;

/**
 * Writes orders and their lines: the Order node is lock, version and idempotency key; lines are created only for an order that is new or newer. Locks
 * are taken in the order of the ids (orders, then customers, then products), so that writers of the same orders wait for each other instead of
 * deadlocking; a deadlock that happens all the same is retried by the driver.
 */
public final class OrderWriter {

    private static final String ACCEPT = Statement.of("orders-accept.cypher");
    private static final String CUSTOMERS = Statement.of("orders-customers.cypher");
    private static final String PRODUCTS = Statement.of("orders-products.cypher");
    private static final String REMOVE = Statement.of("orders-lines-remove.cypher");
    private static final String CREATE = Statement.of("orders-lines-create.cypher");

    private final Session session;

    public OrderWriter(Session session) {
        this.session = session;
    }

    /** Writes orders in one transaction. An order that stands twice in the list is written once, in its latest version. */
    public OrdersWritten write(List<Order> orders) {
        Map<String, Order> byId = new TreeMap<>();
        orders.forEach(order -> byId.merge(order.id(), order, OrderWriter::later));
        return session.executeWrite(transaction -> write(transaction, byId));
    }

    private static OrdersWritten write(TransactionContext transaction, Map<String, Order> orders) {
        List<Map<String, @Nullable Object>> heads =
                orders.values().stream().map(OrderWriter::head).toList();
        Map<String, Boolean> accepted = transaction.run(ACCEPT, Map.of("orders", heads)).stream()
                .collect(Collectors.toMap(
                        row -> row.get("id").asString(),
                        row -> row.get("existed").asBoolean()));
        List<Order> replaced = orders.values().stream()
                .filter(order -> accepted.getOrDefault(order.id(), false))
                .toList();
        if (!replaced.isEmpty()) {
            transaction
                    .run(
                            REMOVE,
                            Map.of(
                                    "orders",
                                    replaced.stream().map(OrderWriter::head).toList()))
                    .consume();
        }
        List<Order> bought = orders.values().stream()
                .filter(order ->
                        accepted.containsKey(order.id()) && !order.lines().isEmpty())
                .toList();
        long products = createLines(transaction, bought);
        return new OrdersWritten(
                accepted.size() - replaced.size(),
                replaced.size(),
                orders.size() - accepted.size(),
                bought.stream().mapToLong(order -> order.lines().size()).sum(),
                products);
    }

    private static long createLines(TransactionContext transaction, List<Order> orders) {
        if (orders.isEmpty()) {
            return 0;
        }
        transaction.run(CUSTOMERS, Map.of("customers", customers(orders))).consume();
        Set<String> products = orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(Line::productId)
                .collect(Collectors.toCollection(TreeSet::new));
        long created = transaction
                .run(PRODUCTS, Map.of("ids", List.copyOf(products)))
                .consume()
                .counters()
                .nodesCreated();
        transaction
                .run(
                        CREATE,
                        Map.of(
                                "orders",
                                orders.stream().map(OrderWriter::withLines).toList()))
                .consume();
        return created;
    }

    private static List<Map<String, Object>> customers(List<Order> orders) {
        return orders.stream()
                .sorted(Comparator.comparing(Order::customerKey))
                .map(order -> Map.<String, Object>of("id", order.customerKey(), "guest", order.isGuest()))
                .distinct()
                .toList();
    }

    private static Order later(Order one, Order other) {
        if (one.version() == null || other.version() == null) {
            return one.version() == null ? other : one;
        }
        return other.version().isAfter(one.version()) ? other : one;
    }

    private static Map<String, @Nullable Object> head(Order order) {
        Map<String, @Nullable Object> head = new HashMap<>();
        head.put("id", order.id());
        head.put("customerId", order.customerKey());
        head.put("version", order.version());
        head.put("status", order.status());
        head.put("currency", order.currency());
        return head;
    }

    private static Map<String, Object> withLines(Order order) {
        return Map.of(
                "id", order.id(),
                "customerId", order.customerKey(),
                "at", order.at(),
                "lines", order.lines().stream().map(OrderWriter::line).toList());
    }

    private static Map<String, @Nullable Object> line(Line line) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("productId", line.productId());
        parameters.put("quantity", Amount.of(line.quantity()));
        parameters.put(
                "unitPrice", line.unitPrice() == null ? null : line.unitPrice().doubleValue());
        return parameters;
    }
}
