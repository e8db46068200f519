package org.cartograph.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.People;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** Reads the order book with several threads, each in a transaction of its own. */
public final class OrderBookReader {
    private static final Comparator<OrderBook.Entry> OLDEST_FIRST =
            Comparator.comparingLong(OrderBook.Entry::time).thenComparing(OrderBook.Entry::id);

    private final GraphDatabaseService database;
    private final Workers workers;

    /** A reader that reads with as many threads as there are workers. */
    public OrderBookReader(GraphDatabaseService database, Workers workers) {
        this.database = database;
        this.workers = workers;
    }

    private record Customer(long node, boolean guest, List<CustomerLines.Order> orders) {}

    /** Reads the book. */
    public OrderBook read() {
        ProductIndex index;
        List<String> ids = new ArrayList<>();
        try (Transaction transaction = database.beginTx()) {
            index = ProductIndex.read(transaction);
            for (long node : index.nodes()) {
                ids.add(String.valueOf(NodeIds.node(transaction, node).getProperty("id", "")));
            }
        }
        List<Customer> customers = new ArrayList<>();
        workers.all(thread -> readPart(index, thread)).forEach(customers::addAll);
        customers.sort(Comparator.comparingLong(Customer::node));
        boolean[] guest = new boolean[customers.size()];
        List<OrderBook.Entry> orders = new ArrayList<>();
        for (int number = 0; number < guest.length; number++) {
            Customer customer = customers.get(number);
            guest[number] = customer.guest();
            for (CustomerLines.Order order : customer.orders()) {
                orders.add(new OrderBook.Entry(order.id(), number, order.time(), order.products()));
            }
        }
        orders.sort(OLDEST_FIRST);
        return new OrderBook(index, ids, guest.length, guest, orders);
    }

    private List<Customer> readPart(ProductIndex index, int thread) {
        List<Customer> part = new ArrayList<>();
        CustomerLines lines = new CustomerLines(index);
        try (Transaction transaction = database.beginTx();
                ResourceIterator<Node> customers = transaction.findNodes(GraphModel.CUSTOMER)) {
            while (customers.hasNext()) {
                Node customer = customers.next();
                long node = NodeIds.of(customer);
                if (node % workers.count() == thread) {
                    workers.checkpoint();
                    part.add(new Customer(node, guest(customer), lines.orders(customer)));
                }
            }
        }
        return part;
    }

    private static boolean guest(Node customer) {
        return People.isAnonymous(customer) || People.isGuest(String.valueOf(customer.getProperty("id", "")));
    }
}
