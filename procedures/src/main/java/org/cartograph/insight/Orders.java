package org.cartograph.insight;

import java.util.function.IntUnaryOperator;

/**
 * Orders in memory, both ways round: the products of each order and the orders of each product.
 *
 * <p>8 bytes a purchase. They may be all orders of the shop or only those with one product; {@code frequency} and
 * {@code all} speak of the whole shop in either case.
 */
final class Orders {
    private final int[] start;
    private final int[] products;
    private final int[] productStart;
    private final int[] productOrders;
    private final long all;
    private final IntUnaryOperator frequency;

    private Orders(int[] start, int[] products, int productCount, long all, IntUnaryOperator frequency) {
        this.start = start;
        this.products = products;
        this.all = all;
        this.frequency = frequency;
        this.productStart = new int[productCount + 1];
        for (int product : products) {
            productStart[product + 1]++;
        }
        for (int product = 0; product < productCount; product++) {
            productStart[product + 1] += productStart[product];
        }
        this.productOrders = new int[products.length];
        int[] fill = productStart.clone();
        for (int order = 0; order + 1 < start.length; order++) {
            for (int at = start[order]; at < start[order + 1]; at++) {
                productOrders[fill[products[at]]++] = order;
            }
        }
    }

    /** All orders of a shop. */
    static Orders all(int[] start, int[] products, int productCount) {
        int[] frequency = new int[productCount];
        for (int product : products) {
            frequency[product]++;
        }
        return new Orders(start, products, productCount, start.length - 1L, product -> frequency[product]);
    }

    /** Some orders of a shop that has {@code all} of them. */
    static Orders some(int[] start, int[] products, int productCount, long all, IntUnaryOperator frequency) {
        return new Orders(start, products, productCount, all, frequency);
    }

    /** Whether these are all orders of the shop. */
    boolean areAll() {
        return start.length - 1L == all;
    }

    /** How many orders these are. */
    int count() {
        return start.length - 1;
    }

    int productCount() {
        return productStart.length - 1;
    }

    /** Orders of the whole shop. */
    long all() {
        return all;
    }

    /** Orders of the whole shop that hold the product. */
    int frequency(int product) {
        return frequency.applyAsInt(product);
    }

    int ordersOf(int product) {
        return productStart[product + 1] - productStart[product];
    }

    int orderOf(int product, int number) {
        return productOrders[productStart[product] + number];
    }

    int start(int order) {
        return start[order];
    }

    int end(int order) {
        return start[order + 1];
    }

    int productAt(int at) {
        return products[at];
    }
}
