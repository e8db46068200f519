package org.cartograph.similarity;

/**
 * Who bought what, both ways round, as compressed rows: products of each basket and baskets of each product.
 *
 * <p>A basket is one order, or everything one customer ever bought, as the question demands. Products and baskets are
 * numbered from 0; a product stands at most once in a basket. Memory: 8 bytes a purchase and 4 a basket and a product.
 */
public final class Baskets {
    private static final int SMALL = 512;

    private final int products;
    private final int[] basketStart;
    private final int[] basketProducts;
    private final int[] productStart;
    private final int[] productBaskets;

    /**
     * Turns the products of each basket round into the baskets of each product.
     *
     * @param products how many products there are
     * @param basketStart where each basket begins in {@code basketProducts}, and one entry more for the end
     * @param basketProducts the products, basket after basket
     */
    public Baskets(int products, int[] basketStart, int[] basketProducts) {
        this.products = products;
        this.basketStart = basketStart;
        this.basketProducts = basketProducts;
        this.productStart = new int[products + 1];
        for (int product : basketProducts) {
            productStart[product + 1]++;
        }
        for (int product = 0; product < products; product++) {
            productStart[product + 1] += productStart[product];
        }
        this.productBaskets = new int[basketProducts.length];
        int[] fill = productStart.clone();
        for (int basket = 0; basket + 1 < basketStart.length; basket++) {
            for (int at = basketStart[basket]; at < basketStart[basket + 1]; at++) {
                productBaskets[fill[basketProducts[at]]++] = basket;
            }
        }
    }

    /** Number of products. */
    public int products() {
        return products;
    }

    /** Number of baskets. */
    public int count() {
        return basketStart.length - 1;
    }

    /** Number of (basket, product) pairs. */
    public int purchases() {
        return basketProducts.length;
    }

    /** Number of products in a basket. */
    public int size(int basket) {
        return basketStart[basket + 1] - basketStart[basket];
    }

    /** Number of baskets with a product. */
    public int frequency(int product) {
        return productStart[product + 1] - productStart[product];
    }

    /** The number of the {@code nth} basket with a product, counted from 0; ascending in {@code nth}. */
    public int basket(int product, int nth) {
        return productBaskets[productStart[product] + nth];
    }

    /** How many products stand in the baskets from {@code from} up to but not including {@code until}. */
    public int lines(int from, int until) {
        return basketStart[until] - basketStart[from];
    }

    /** Copies the products of these baskets, one after the other, to {@code target} from {@code at} on. */
    public void copyProducts(int from, int until, int[] target, int at) {
        System.arraycopy(basketProducts, basketStart[from], target, at, lines(from, until));
    }

    /** Heap that the arrays take. */
    public long bytes() {
        return 4L * (basketStart.length + productStart.length + 2L * basketProducts.length);
    }

    int[] basketProducts() {
        return basketProducts;
    }

    int basketStart(int basket) {
        return basketStart[basket];
    }

    int[] productBaskets() {
        return productBaskets;
    }

    int productStart(int product) {
        return productStart[product];
    }

    /** {@code size^−exponent} of every basket: what one purchase in it weighs. */
    float[] weights(double exponent) {
        // Most baskets are small: a million powers would take longer than reading a few new orders.
        float[] small = new float[SMALL];
        for (int size = 0; size < SMALL; size++) {
            small[size] = (float) Math.pow(size, -exponent);
        }
        float[] weights = new float[count()];
        for (int basket = 0; basket < weights.length; basket++) {
            int size = size(basket);
            weights[basket] = size < SMALL ? small[size] : (float) Math.pow(size, -exponent);
        }
        return weights;
    }
}
