package org.cartograph.insight;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.cartograph.graph.People;
import org.cartograph.insight.CustomerOrders.Order;
import org.neo4j.graphdb.Node;

/** What identified customers do: how often they order, come back within a month, and buy the same again. */
final class CustomerFacts {
    private static final long MONTH_SECONDS = Duration.ofDays(30).toSeconds();

    long withoutOrder;
    long withOneOrder;
    long withThreeOrders;
    long all;
    long withTwoProducts;
    long followingOrders;
    long purchases;
    long repeatedPurchases;

    void add(Node customer, Order[] orders) {
        // A guest order has a customer of its own, who never comes back by construction.
        if (People.isAnonymous(customer) || People.isGuest(String.valueOf(customer.getProperty("id", "")))) {
            return;
        }
        all++;
        withoutOrder += orders.length == 0 ? 1 : 0;
        withOneOrder += orders.length == 1 ? 1 : 0;
        withThreeOrders += orders.length >= 3 ? 1 : 0;
        Arrays.sort(orders, Comparator.comparingLong(Order::time));
        Set<Integer> bought = new HashSet<>();
        for (int at = 0; at < orders.length; at++) {
            for (int product : orders[at].products()) {
                purchases++;
                repeatedPurchases += bought.add(product) ? 0 : 1;
            }
            followingOrders += at > 0 && orders[at].time() - orders[at - 1].time() <= MONTH_SECONDS ? 1 : 0;
        }
        withTwoProducts += bought.size() > 1 ? 1 : 0;
    }
}
