package org.cartograph.evaluate;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.cartograph.shop.Shop;

/** How a list looks to a shopper, whatever was bought: see {@link Trial}. */
final class Qualities {
    /** The best-selling share of the catalogue that is not the long tail. */
    private static final double HEAD = 0.2;

    private final TrainingPart part;
    private final TrainingCatalogue catalogue;
    private final int k;
    private final double allSales;
    private final int head;

    Qualities(TrainingPart part, TrainingCatalogue catalogue, int k) {
        this.part = part;
        this.catalogue = catalogue;
        this.k = k;
        double sales = 0;
        for (int product = 0; product < part.products(); product++) {
            sales += part.sales(product);
        }
        this.allSales = Math.max(1, sales);
        this.head = (int) Math.ceil(HEAD * part.products());
    }

    /** Diversity, novelty, long-tail share and relevance of the shown products. */
    double[] of(Question question, long[] top) {
        Set<Long> categories = new HashSet<>();
        BitSet interests = interests(question);
        double novelty = 0;
        double tail = 0;
        double relevant = 0;
        for (long product : top) {
            categories.addAll(catalogue.categories(product));
            novelty -= Math.log(Math.max(1, part.sales(product)) / allSales) / Math.log(2);
            tail += product >= head ? 1 : 0;
            relevant += shares(product, interests) ? 1 : 0;
        }
        double shown = Math.max(1, top.length);
        return new double[] {(double) categories.size() / k, novelty / shown, tail / shown, relevant / shown};
    }

    private BitSet interests(Question question) {
        BitSet interests = new BitSet();
        for (long seed : question.seeds()) {
            add(interests, seed);
        }
        if (question.seeds().length == 0 && question.customer() >= 0) {
            for (Shop.PastPurchase purchase : part.history(question.customer())) {
                add(interests, purchase.product());
            }
        }
        return interests;
    }

    private void add(BitSet interests, long product) {
        for (int attribute : catalogue.attributes(product)) {
            interests.set(attribute);
        }
    }

    private boolean shares(long product, BitSet interests) {
        for (int attribute : catalogue.attributes(product)) {
            if (interests.get(attribute)) {
                return true;
            }
        }
        return false;
    }
}
