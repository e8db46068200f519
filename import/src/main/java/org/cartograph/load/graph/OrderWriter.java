package org.cartograph.load.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
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
        Map<String, Order> latest = latest(orders);
        return session.executeWrite(transaction -> {
            Map<String, OrderOutcome> outcomes = accept(transaction, latest);
            long[] created = writeLines(transaction, latest, outcomes);
            return new OrdersWritten(
                    count(outcomes, OrderOutcome.CREATED),
                    count(outcomes, OrderOutcome.REPLACED),
                    count(outcomes, OrderOutcome.UNCHANGED),
                    created[0],
                    created[1]);
        });
    }

    /**
     * Writes orders in a transaction of the caller's, who has to repeat it when it loses a deadlock.
     *
     * @return what became of each, in their order; of an order that stands twice only the latest version is written
     */
    public static List<OrderOutcome> write(TransactionContext transaction, List<Order> orders) {
        Map<String, Order> latest = latest(orders);
        Map<String, OrderOutcome> outcomes = accept(transaction, latest);
        writeLines(transaction, latest, outcomes);
        Set<String> told = new HashSet<>();
        return orders.stream()
                .map(order -> order.equals(latest.get(order.id())) && told.add(order.id())
                        ? outcome(outcomes, order)
                        : OrderOutcome.UNCHANGED)
                .toList();
    }

    private static Map<String, Order> latest(List<Order> orders) {
        Map<String, Order> byId = new TreeMap<>();
        orders.forEach(order -> byId.merge(order.id(), order, OrderWriter::later));
        return byId;
    }

    private static Map<String, OrderOutcome> accept(TransactionContext transaction, Map<String, Order> orders) {
        List<Map<String, @Nullable Object>> heads =
                orders.values().stream().map(OrderWriter::head).toList();
        Map<String, OrderOutcome> outcomes = new HashMap<>();
        orders.keySet().forEach(id -> outcomes.put(id, OrderOutcome.UNCHANGED));
        transaction
                .run(ACCEPT, Map.of("orders", heads))
                .forEachRemaining(row -> outcomes.put(
                        row.get("id").asString(),
                        row.get("existed").asBoolean() ? OrderOutcome.REPLACED : OrderOutcome.CREATED));
        return outcomes;
    }

    /** Returns how many purchases it wrote, and how many products it created for them. */
    private static long[] writeLines(
            TransactionContext transaction, Map<String, Order> orders, Map<String, OrderOutcome> outcomes) {
        List<Order> replaced = orders.values().stream()
                .filter(order -> outcome(outcomes, order) == OrderOutcome.REPLACED)
                .toList();
        List<Order> bought = orders.values().stream()
                .filter(order -> outcome(outcomes, order) != OrderOutcome.UNCHANGED)
                .filter(order -> !order.lines().isEmpty())
                .toList();
        run(transaction, CUSTOMERS, "customers", customers(replaced, bought));
        run(
                transaction,
                REMOVE,
                "orders",
                replaced.stream().map(OrderWriter::head).toList());
        long products = run(transaction, PRODUCTS, "ids", products(bought));
        run(
                transaction,
                CREATE,
                "orders",
                bought.stream().map(OrderWriter::withLines).toList());
        return new long[] {
            bought.stream().mapToLong(order -> order.lines().size()).sum(), products
        };
    }

    private static OrderOutcome outcome(Map<String, OrderOutcome> outcomes, Order order) {
        return outcomes.getOrDefault(order.id(), OrderOutcome.UNCHANGED);
    }

    private static long count(Map<String, OrderOutcome> outcomes, OrderOutcome outcome) {
        return outcomes.values().stream().filter(outcome::equals).count();
    }

    /** Runs a statement unless there is nothing to do; returns the nodes it created. */
    private static long run(TransactionContext transaction, String statement, String name, List<?> rows) {
        return rows.isEmpty()
                ? 0
                : transaction
                        .run(statement, Map.of(name, rows))
                        .consume()
                        .counters()
                        .nodesCreated();
    }

    private static List<String> products(List<Order> orders) {
        return orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(Line::productId)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Map<String, Object>> customers(List<Order> replaced, List<Order> bought) {
        return Stream.concat(replaced.stream(), bought.stream())
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
