package org.cartograph.facts;

import java.util.Arrays;

/**
 * Purchases in which some customers have been read anew: one pass over the arrays, in which everybody else is copied in
 * long runs.
 */
final class PurchasePatch {
    private final Purchases old;
    private final int longestHistory;

    PurchasePatch(Purchases old, int longestHistory) {
        this.old = old;
        this.longestHistory = longestHistory;
    }

    /**
     * The purchases as they are now; the old ones stay as they were.
     *
     * @param replaced nodes of the customers who may have changed, come or gone, ascending
     * @param read those of them that are there, in the same order
     * @param products the numbering now, which continues the old one
     */
    Purchases apply(long[] replaced, PurchaseChunk read, ProductIndex products) {
        Removed removed = removed(replaced);
        PurchaseMerge merge = new PurchaseMerge(new PurchaseMerge.Size(
                old.customers().length - removed.customers + read.customerCount(),
                old.orders().count() - removed.orders + read.orderCount(),
                old.orders().purchases() - removed.orderLines + read.orderLines(),
                old.histories().purchases() - removed.historyLines + read.historyLines()));
        int from = 0;
        for (long node : replaced) {
            int place = Arrays.binarySearch(old.customers(), from, old.customers().length, node);
            int until = place < 0 ? -place - 1 : place;
            merge.copy(old, from, until, firstOrder(from), firstOrder(until));
            if (read.nextCustomer() == node) {
                read.moveTo(merge);
            }
            from = place < 0 ? until : until + 1;
        }
        int all = old.customers().length;
        merge.copy(old, from, all, firstOrder(from), firstOrder(all));
        return merge.close(
                products,
                old.purchases() - removed.orderLines + read.purchases(),
                old.cutHistories() - removed.cutHistories + read.cutHistories(),
                Math.max(old.highestLine(), read.highestLine()));
    }

    private static final class Removed {
        private int customers;
        private int orders;
        private int orderLines;
        private int historyLines;
        private int cutHistories;
    }

    private Removed removed(long[] replaced) {
        Removed removed = new Removed();
        for (long node : replaced) {
            int customer = Arrays.binarySearch(old.customers(), node);
            if (customer >= 0) {
                int first = firstOrder(customer);
                int end = firstOrder(customer + 1);
                int lines = old.orders().lines(first, end);
                removed.customers++;
                removed.orders += end - first;
                removed.orderLines += lines;
                removed.historyLines += old.histories().size(customer);
                removed.cutHistories += lines > longestHistory ? 1 : 0;
            }
        }
        return removed;
    }

    /** The first order of this or a later customer. */
    private int firstOrder(int customer) {
        int[] owners = old.sequence().customer();
        int low = 0;
        int high = owners.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (owners[middle] < customer) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
