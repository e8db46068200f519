package org.cartograph.insight;

import static org.cartograph.insight.Signal.atLeast;
import static org.cartograph.insight.Signal.atMost;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.cartograph.facts.ProductIndex;
import org.neo4j.graphdb.Transaction;

/**
 * What the shop's data already suffice for, and what to do next: one pass over the purchases, no model needed.
 *
 * <p>No threshold switches anything off. Cartograph answers from the first order on; these say when an answer rests on
 * the shop's own evidence rather than on what it falls back to.
 */
public final class Readiness {
    private static final double MOST_SALES = 0.8;
    private static final double MOST_PRODUCTS = 0.8;

    private static final String LOAD =
            "Load orders: java -jar cartograph-import.jar load --products products.csv --orders orders.csv; "
                    + "an existing shop graph comes in with a script of cypher/adopt.";

    private final Transaction transaction;
    private final Runnable check;

    /** @param check throws when the caller wants no result any more */
    public Readiness(Transaction transaction, Runnable check) {
        this.transaction = transaction;
        this.check = check;
    }

    /** Facts of the data first, then the signals that are learned from them. */
    public List<Signal> signals() {
        ProductIndex products = ProductIndex.read(transaction);
        OrderFacts orders = new OrderFacts(products.size(), Instant.now());
        CustomerFacts customers = new CustomerFacts();
        new CustomerOrders(products).each(transaction, check, (customer, read) -> {
            for (CustomerOrders.Order order : read) {
                orders.add(order);
            }
            customers.add(customer, read);
        });
        CatalogueFacts catalogue = CatalogueFacts.read(transaction);
        Stream<Signal> ofOrders = Stream.of(
                        facts(orders, products.size()), customers(customers), learned(orders, customers))
                .flatMap(List::stream)
                .map(signal -> orders.orders == 0 ? signal.waitingFor("Load orders first.") : signal);
        return Stream.of(Stream.of(orders(orders)), ofOrders, described(catalogue, orders, products.size()).stream())
                .flatMap(signals -> signals)
                .toList();
    }

    private static Signal orders(OrderFacts orders) {
        return atLeast("orders", orders.orders, 1, "Orders with at least one product; one suffices to begin.")
                .then("Nothing.", LOAD);
    }

    private static List<Signal> facts(OrderFacts orders, int products) {
        return List.of(
                atMost(
                                "orders in the future",
                                orders.inTheFuture,
                                0,
                                "Orders dated after today, at most none: they would count as the newest for ever.")
                        .then("Nothing.", "Correct the `at` of these orders at their source and load them again."),
                atLeast(
                                "days of orders",
                                orders.span(),
                                365,
                                "Days from the first order to the newest; a year shows every season once.")
                        .then("Nothing.", "Load older orders where the shop has them."),
                atMost("days since the newest order", orders.age(), 7, "Days, at most a week: what is popular changes.")
                        .then("Nothing.", "Send orders as they come in (POST /v1/orders), or load them every night."),
                atLeast(
                                "pairs in 30 days",
                                orders.recentPairs(),
                                500_000,
                                "Pairs of products in the same order, in the 30 days that end with the newest order; with 500,000 "
                                        + "a model of the shop's own is known to be reliable by itself.")
                        .then(
                                "Trust the learned edges.",
                                "Until then keep attributes complete, so that SIMILAR can help the learned edges."),
                atMost(
                                "products under " + OrderFacts.ENOUGH_PAIR_EVENTS + " pair events",
                                orders.uncertainProducts(),
                                Math.floor((1 - MOST_PRODUCTS) * products),
                                "Products that were together with another fewer than 100 times, at most a fifth of the catalogue: "
                                        + "these lean on what products like them have learned.")
                        .then("Nothing.", "Give these products a category, a brand and other attributes."));
    }

    private static List<Signal> customers(CustomerFacts customers) {
        double half = Math.floor(customers.all / 2.0);
        return List.of(
                atMost(
                                "customers without an order",
                                customers.withoutOrder,
                                half,
                                "Identified customers, at most half of all: they see what is popular.")
                        .then("Nothing.", "Ask for interests (PUT /v1/customers/{id}/preferences)."),
                atMost(
                                "customers with one order",
                                customers.withOneOrder,
                                half,
                                "Identified customers, at most half of all: they see what is like or goes with that order.")
                        .then("Nothing.", "Use bought-next after an order, to bring them back."),
                atLeast(
                                "customers with three or more orders",
                                customers.withThreeOrders,
                                100,
                                "Identified customers whose own history leads; with 100 of them its worth can be measured.")
                        .then(
                                "Measure it: CALL cartograph.evaluate({tasks: ['personal']}).",
                                "Identify customers when they order, rather than let them buy as guests."));
    }

    private static List<Signal> learned(OrderFacts orders, CustomerFacts customers) {
        return List.of(
                atLeast(
                                "BOUGHT_TOGETHER",
                                orders.certainSales(),
                                MOST_SALES,
                                "Share of sales made by products with 100 pair events or more.")
                        .then(
                                "Use it on product and cart pages.",
                                "Use it, and look at the orders behind an edge before printing it anywhere."),
                atLeast(
                                "BOUGHT_NEXT",
                                customers.followingOrders,
                                1_000,
                                "Orders within 30 days after another of the same identified customer.")
                        .then("Use it after an order.", "It leans on same-order pairs until more customers come back."),
                atLeast(
                                "ALSO_BOUGHT",
                                customers.withTwoProducts,
                                1_000,
                                "Identified customers of two or more different products.")
                        .then("Use it on home pages and in mails.", "Identify more customers, or load older orders."),
                atLeast(
                                "REPEATS",
                                customers.purchases == 0
                                        ? 0
                                        : (double) customers.repeatedPurchases / customers.purchases,
                                0.05,
                                "Share of purchases in which an identified customer buys a product again.")
                        .then(
                                "Offer to buy again.",
                                "This shop's customers rarely buy a thing twice: leave that box out."));
    }

    private static List<Signal> described(CatalogueFacts catalogue, OrderFacts orders, int products) {
        return List.of(
                atLeast(
                                "SIMILAR",
                                products == 0 ? 0 : (double) catalogue.described() / products,
                                MOST_PRODUCTS,
                                "Share of products with an attribute.")
                        .then(
                                "New products are offered from their first day.",
                                "Load products with their category, brand and attributes."),
                atLeast("ALSO_VIEWED", catalogue.views(), 10_000, "Product views.")
                        .then("Use it on product pages.", "Send views (POST /v1/events, type view)."),
                atLeast(
                                "MODEL",
                                orders.lines == 0 ? 0 : Math.min(1, (double) catalogue.learned() / orders.lines),
                                0.95,
                                catalogue.built()
                                        ? "Share of the purchases that the newest model has seen."
                                        : "Share of the purchases that the newest model has seen; there is none yet.")
                        .then("Nothing.", orders.lines == 0 ? "Load orders first." : "CALL cartograph.model.build()."));
    }
}
