package org.cartograph.shop;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.OffersByProduct;
import org.cartograph.similarity.Forgetting;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** How often what is looked at is taken, by box, and how outcomes are forgotten: what learning left in the graph. */
final class TakeRates {
    /** Fewer looks say nothing of a box. */
    private static final double ENOUGH_LOOKS = 100;

    private static final Forgetting STANDARD = new Forgetting(60);

    private final Map<String, Double> byPlacement = new HashMap<>();
    private final Forgetting forgetting;

    private TakeRates(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    static TakeRates read(Transaction transaction, Instant now) {
        TakeRates rates = new TakeRates(forgetting(transaction));
        // Without the index, each product would cost a look at all offers.
        if (!OffersByProduct.isThere(transaction)) {
            return rates;
        }
        Map<String, double[]> sums = new HashMap<>();
        try (ResourceIterator<Node> positions = transaction.findNodes(GraphModel.POSITION)) {
            while (positions.hasNext()) {
                Map<String, Object> said = positions.next().getAllProperties();
                double left = OfferReader.left(said.get("at"), rates.forgetting, now);
                double[] sum = sums.computeIfAbsent(String.valueOf(said.get("placement")), key -> new double[2]);
                sum[0] += left * OfferReader.number(said.get("looks"));
                sum[1] += left * OfferReader.number(said.get("taken"));
            }
        }
        sums.forEach((placement, sum) -> {
            if (sum[0] >= ENOUGH_LOOKS && sum[1] > 0) {
                rates.byPlacement.put(placement, sum[1] / sum[0]);
            }
        });
        return rates;
    }

    private static Forgetting forgetting(Transaction transaction) {
        Node state = transaction.findNode(GraphModel.LEARNING, "id", "outcomes");
        @Nullable Object days = state == null ? null : state.getProperty("halfLifeDays", null);
        return days instanceof Number number && number.doubleValue() > 0
                ? new Forgetting(number.doubleValue())
                : STANDARD;
    }

    Forgetting forgetting() {
        return forgetting;
    }

    /** Takes a look, in a box; NaN while too little is known. */
    double of(String placement) {
        return byPlacement.getOrDefault(placement, Double.NaN);
    }
}
