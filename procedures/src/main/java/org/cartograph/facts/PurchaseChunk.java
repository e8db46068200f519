package org.cartograph.facts;

import java.util.Arrays;
import java.util.List;

/** What one thread has read: its customers one after the other, in flat arrays. */
final class PurchaseChunk {
    private long[] customers = new long[1024];
    private int size;
    private long[] times = new long[1024];
    private final Ints orderCounts = new Ints();
    private final Ints orderSizes = new Ints();
    private final Ints orderProducts = new Ints();
    private final Ints historySizes = new Ints();
    private final Ints historyProducts = new Ints();
    private long purchases;
    private int cutHistories;
    private long highestLine = -1;
    // Where the merge stands.
    private int customer;
    private int order;
    private int orderProduct;
    private int historyProduct;

    /** Adds a customer with all orders, oldest first. */
    void add(long node, List<CustomerLines.Order> orders, int longest) {
        int bought = orders.stream().mapToInt(order -> order.products().length).sum();
        add(node, orders, CustomerLines.mostRecent(orders, Math.min(bought, longest)), bought, longest);
    }

    /** Adds a customer; {@code orders} is empty when only histories are read. */
    void add(long node, List<CustomerLines.Order> orders, int[] history, int bought, int longest) {
        if (size == customers.length) {
            customers = Arrays.copyOf(customers, 2 * size);
        }
        customers[size++] = node;
        orderCounts.add(orders.size());
        for (CustomerLines.Order read : orders) {
            if (orderSizes.size() == times.length) {
                times = Arrays.copyOf(times, 2 * times.length);
            }
            times[orderSizes.size()] = read.time();
            orderSizes.add(read.products().length);
            for (int product : read.products()) {
                orderProducts.add(product);
            }
        }
        historySizes.add(history.length);
        for (int product : history) {
            historyProducts.add(product);
        }
        purchases += bought;
        cutHistories += bought > longest ? 1 : 0;
    }

    /** Notes the highest number of a PURCHASED relationship that was read. */
    void highestLine(long line) {
        highestLine = Math.max(highestLine, line);
    }

    long highestLine() {
        return highestLine;
    }

    long purchases() {
        return purchases;
    }

    int cutHistories() {
        return cutHistories;
    }

    int customerCount() {
        return size;
    }

    int orderCount() {
        return orderSizes.size();
    }

    int orderLines() {
        return orderProducts.size();
    }

    int historyLines() {
        return historyProducts.size();
    }

    /** The node of the customer that the merge takes next; beyond all others when there is none. */
    long nextCustomer() {
        return customer < size ? customers[customer] : Long.MAX_VALUE;
    }

    /** Moves the next customer into the merged arrays. */
    void moveTo(PurchaseMerge merge) {
        for (int last = order + orderCounts.get(customer); order < last; order++) {
            int length = orderSizes.get(order);
            orderProducts.copyTo(orderProduct, merge.orderProducts, merge.orderStart[merge.order], length);
            orderProduct += length;
            merge.endOrder(length, times[order]);
        }
        int length = historySizes.get(customer);
        historyProducts.copyTo(historyProduct, merge.historyProducts, merge.historyStart[merge.customer], length);
        historyProduct += length;
        merge.endCustomer(customers[customer], length);
        customer++;
    }
}
