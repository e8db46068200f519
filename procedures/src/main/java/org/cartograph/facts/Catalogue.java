package org.cartograph.facts;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.cartograph.similarity.Attributes;
import org.cartograph.similarity.LookAlikes;

/**
 * What the products are, in arrays: the facts that hold before the first sale.
 *
 * @param attributes the attributes of each product, ancestors of its categories included
 * @param prices price of each product, NaN where unknown
 * @param vectors for each product its nearest in the database's vector index; empty when there is no such index
 * @param skipped the best-known attributes that too many products have to say anything, at most {@value #MOST_NAMED}
 */
public record Catalogue(Attributes attributes, double[] prices, LookAlikes[] vectors, List<Skipped> skipped) {
    static final int MOST_NAMED = 20;
    private static final String CATEGORY = "category";

    /**
     * An attribute that is not walked.
     *
     * @param members products that have it
     */
    public record Skipped(String key, String value, int members) {
        @Override
        public String toString() {
            return key + " " + value + " (" + members + ")";
        }
    }

    /** A catalogue that says nothing of so many products. */
    public static Catalogue empty(int products) {
        double[] prices = new double[products];
        Arrays.fill(prices, Double.NaN);
        return new Catalogue(Attributes.none(products), prices, new LookAlikes[0], List.of());
    }

    /** The categories that each product is in itself. */
    public int[][] categories() {
        int[][] categories = new int[attributes.products()][];
        Arrays.setAll(categories, product -> attributes.own(product, CATEGORY));
        return categories;
    }

    /** The same catalogue, as if the other products did not exist; product numbers stay. */
    public Catalogue keeping(BitSet products) {
        LookAlikes[] kept = new LookAlikes[vectors.length];
        for (int product = 0; product < kept.length; product++) {
            kept[product] = products.get(product) ? keeping(vectors[product], products) : LookAlikes.NONE;
        }
        return new Catalogue(attributes.keeping(products), prices, kept, skipped);
    }

    private static LookAlikes keeping(LookAlikes nearest, BitSet products) {
        int[] places = IntStream.range(0, nearest.size())
                .filter(at -> products.get(nearest.products()[at]))
                .toArray();
        LookAlikes kept = new LookAlikes(new int[places.length], new float[places.length]);
        for (int to = 0; to < places.length; to++) {
            kept.products()[to] = nearest.products()[places[to]];
            kept.scores()[to] = nearest.scores()[places[to]];
        }
        return kept;
    }
}
