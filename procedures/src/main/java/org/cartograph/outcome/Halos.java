package org.cartograph.outcome;

import java.util.function.Consumer;
import org.neo4j.graphdb.Node;

/** What shoppers who had clicked an answer bought otherwise, as it stands on the answer. */
final class Halos {
    private Halos() {}

    /** Adds it to whichever counts the taker is asked to. */
    static void of(Node recommendation, Consumer<Consumer<Counts>> taker) {
        if (recommendation.getProperty("haloOrders", 0L) instanceof Number orders && orders.longValue() > 0) {
            String currency = String.valueOf(recommendation.getProperty("haloCurrency", ""));
            double revenue =
                    recommendation.getProperty("haloRevenue", 0.0) instanceof Number amount ? amount.doubleValue() : 0;
            taker.accept(counts -> {
                counts.add(Count.HALO_ORDERS, orders.longValue());
                counts.shine(currency, revenue);
            });
        }
    }
}
