package org.cartograph.similarity;

/**
 * How much two products are alike by what they have in common.
 *
 * <p>{@code s(c,j) = (Σ_{a∈A_c∩A_j} v_c(a)·v_j(a) / (‖c‖·‖j‖ + shrink) + vectors) · (1 − price·(1 −
 * min(p_c,p_j)/max(p_c,p_j)))}, the last factor only where both prices are known, and {@code v_c(a) = √w_key · idf(a) · parent^(level/2)}, so that what two products have themselves counts
 * {@code w_key·idf²}, a parent of both {@code parent} times that, and so on; {@code ‖c‖² = Σ v_c(a)²}. Inverse document frequency: Spärck Jones, "A
 * statistical interpretation of term specificity and its application in retrieval", Journal of Documentation, 1972.
 *
 * <p>This is the part that the threads of a build share; {@link SimilarLearner} walks it.
 */
public final class AttributeSimilarity {
    final Attributes attributes;
    final AttributeWeighting weighting;
    private final double[] prices;
    private final LookAlikes[] vectors;
    /** {@code w_key·idf²} of each attribute. */
    private final float[] weight;
    /** {@code parent^(level/2)} of each level. */
    private final float[] levelShare;

    private final double[] length;

    /**
     * Prepares the weight of each attribute and the length of each product.
     *
     * @param prices price of each product, NaN where unknown
     * @param vectors for each product its nearest by another measure; empty when there is none
     */
    public AttributeSimilarity(
            Attributes attributes, double[] prices, LookAlikes[] vectors, AttributeWeighting weighting) {
        this.attributes = attributes;
        this.prices = prices;
        this.vectors = vectors;
        this.weighting = weighting;
        this.weight = new float[attributes.count()];
        for (int attribute = 0; attribute < weight.length; attribute++) {
            double idf = attributes.idf(attribute);
            weight[attribute] = (float) (weighting.weight(attributes.key(attribute)) * idf * idf);
        }
        this.levelShare = new float[Attributes.MOST_LEVELS + 1];
        for (int level = 0; level < levelShare.length; level++) {
            levelShare[level] = (float) Math.pow(weighting.parent(), level / 2.0);
        }
        this.length = new double[attributes.products()];
        for (int product = 0; product < length.length; product++) {
            double sum = 0;
            for (int at = attributes.start(product); at < attributes.start(product + 1); at++) {
                float share = levelShare[attributes.level(at)];
                sum += (double) weight[attributes.attribute(at)] * share * share;
            }
            length[product] = Math.sqrt(sum);
        }
    }

    /** Adds up the attributes in common with every product that has any. */
    void count(int product, Tally tally) {
        int[] members = attributes.memberProducts();
        byte[] levels = attributes.memberLevels();
        for (int at = attributes.start(product); at < attributes.start(product + 1); at++) {
            int attribute = attributes.attribute(at);
            float value = weight[attribute] * levelShare[attributes.level(at)];
            if (value == 0) {
                continue;
            }
            int end = attributes.memberStart(attribute + 1);
            for (int member = attributes.memberStart(attribute); member < end; member++) {
                int other = members[member];
                float share = levelShare[levels[member]];
                if (share > 0) {
                    tally.touched[tally.size] = other;
                    tally.size += tally.count[other]++ == 0 ? 1 : 0;
                    tally.walk[other] += value * share;
                }
            }
        }
        LookAlikes nearest = vectors.length == 0 || weighting.vectorWeight() == 0 ? LookAlikes.NONE : vectors[product];
        for (int at = 0; at < nearest.size(); at++) {
            int other = nearest.products()[at];
            if (tally.count[other] == 0 && tally.gram[other] == 0) {
                tally.touched[tally.size++] = other;
            }
            tally.gram[other] += (float) (weighting.vectorWeight() * nearest.scores()[at]);
        }
    }

    /** How much a counted product is like the one that was counted for. */
    double score(int product, int other, Tally tally) {
        double common =
                tally.walk[other] == 0 ? 0 : tally.walk[other] / (length[product] * length[other] + weighting.shrink());
        return (common + tally.gram[other]) * likePrice(prices[product], prices[other]);
    }

    private double likePrice(double price, double other) {
        double higher = Math.max(price, other);
        // Unknown prices are NaN, which is not above anything: they say neither yes nor no.
        return higher > 0 ? 1 - weighting.price() * (1 - Math.max(0, Math.min(price, other)) / higher) : 1;
    }
}
