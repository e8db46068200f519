package org.cartograph.similarity;

/**
 * Pairs in the same basket: {@code walk(i,j) = Σ_u d_u^−walkAlpha}, {@code gram(i,j) = Σ_u d_u^−ridgeAlpha} over the
 * baskets u that hold both, d_u being the size of u; the count is the number of those baskets.
 */
public final class SameBasket implements CoPurchases {
    private final Baskets baskets;
    private final float[] walkWeight;
    private final float[] gramWeight;
    private final boolean ridge;

    /** Prepares the weight of each basket. */
    public SameBasket(Baskets baskets, Weighting weighting) {
        this.baskets = baskets;
        this.walkWeight = baskets.weights(weighting.walkAlpha());
        this.ridge = weighting.ridgeNeighbours() > 0;
        this.gramWeight = ridge ? baskets.weights(weighting.ridgeAlpha()) : walkWeight;
    }

    @Override
    public Baskets baskets() {
        return baskets;
    }

    float gramWeight(int basket) {
        return gramWeight[basket];
    }

    @Override
    public void count(int product, Tally tally) {
        int[] productBaskets = baskets.productBaskets();
        int end = baskets.productStart(product + 1);
        for (int at = baskets.productStart(product); at < end; at++) {
            int basket = productBaskets[at];
            if (ridge) {
                addBoth(basket, tally);
            } else {
                addWalk(basket, tally);
            }
        }
    }

    private void addWalk(int basket, Tally tally) {
        float[] walk = tally.walk;
        int[] count = tally.count;
        int[] touched = tally.touched;
        int[] members = baskets.basketProducts();
        float weight = walkWeight[basket];
        int size = tally.size;
        int end = baskets.basketStart(basket + 1);
        for (int at = baskets.basketStart(basket); at < end; at++) {
            int other = members[at];
            touched[size] = other;
            size += count[other]++ == 0 ? 1 : 0;
            walk[other] += weight;
        }
        tally.size = size;
    }

    private void addBoth(int basket, Tally tally) {
        float[] gram = tally.gram;
        int[] members = baskets.basketProducts();
        float weight = gramWeight[basket];
        addWalk(basket, tally);
        int end = baskets.basketStart(basket + 1);
        for (int at = baskets.basketStart(basket); at < end; at++) {
            gram[members[at]] += weight;
        }
    }
}
