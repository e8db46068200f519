package org.cartograph.facts;

import java.util.List;
import org.cartograph.similarity.Baskets;
import org.cartograph.similarity.OrderSequence;

/** Joins customers by their node, so that the result does not depend on who read them, or when. */
final class PurchaseMerge {
    final int[] orderStart;
    final int[] orderProducts;
    final int[] historyStart;
    final int[] historyProducts;
    int order;
    int customer;
    private final long[] customers;
    private final int[] orderCustomer;
    private final long[] orderTime;

    /** What has to fit in. */
    record Size(int customers, int orders, int orderLines, int historyLines) {
        static Size of(List<PurchaseChunk> chunks) {
            return new Size(
                    chunks.stream().mapToInt(PurchaseChunk::customerCount).sum(),
                    chunks.stream().mapToInt(PurchaseChunk::orderCount).sum(),
                    chunks.stream().mapToInt(PurchaseChunk::orderLines).sum(),
                    chunks.stream().mapToInt(PurchaseChunk::historyLines).sum());
        }
    }

    PurchaseMerge(Size size) {
        customers = new long[size.customers()];
        orderStart = new int[size.orders() + 1];
        orderCustomer = new int[size.orders()];
        orderTime = new long[size.orders()];
        orderProducts = new int[size.orderLines()];
        historyStart = new int[size.customers() + 1];
        historyProducts = new int[size.historyLines()];
    }

    /** All that several threads have read. */
    static Purchases of(ProductIndex index, List<PurchaseChunk> chunks) {
        PurchaseMerge merge = new PurchaseMerge(Size.of(chunks));
        for (PurchaseChunk chunk = next(chunks); chunk.nextCustomer() != Long.MAX_VALUE; chunk = next(chunks)) {
            chunk.moveTo(merge);
        }
        return merge.close(
                index,
                chunks.stream().mapToLong(PurchaseChunk::purchases).sum(),
                chunks.stream().mapToInt(PurchaseChunk::cutHistories).sum(),
                chunks.stream().mapToLong(PurchaseChunk::highestLine).max().orElse(-1));
    }

    private static PurchaseChunk next(List<PurchaseChunk> chunks) {
        PurchaseChunk first = chunks.get(0);
        for (PurchaseChunk chunk : chunks) {
            if (chunk.nextCustomer() < first.nextCustomer()) {
                first = chunk;
            }
        }
        return first;
    }

    void endOrder(int length, long time) {
        orderTime[order] = time;
        orderCustomer[order] = customer;
        orderStart[order + 1] = orderStart[order] + length;
        order++;
    }

    void endCustomer(long node, int length) {
        customers[customer] = node;
        historyStart[customer + 1] = historyStart[customer] + length;
        customer++;
    }

    /** Takes over customers who are as they were, and their orders. */
    void copy(Purchases old, int fromCustomer, int untilCustomer, int fromOrder, int untilOrder) {
        old.orders().copyProducts(fromOrder, untilOrder, orderProducts, orderStart[order]);
        int moved = customer - fromCustomer;
        for (int from = fromOrder; from < untilOrder; from++) {
            orderTime[order] = old.sequence().time()[from];
            orderCustomer[order] = old.sequence().customer()[from] + moved;
            orderStart[order + 1] = orderStart[order] + old.orders().size(from);
            order++;
        }
        old.histories().copyProducts(fromCustomer, untilCustomer, historyProducts, historyStart[customer]);
        for (int from = fromCustomer; from < untilCustomer; from++) {
            endCustomer(old.customers()[from], old.histories().size(from));
        }
    }

    Purchases close(ProductIndex index, long purchases, int cutHistories, long highestLine) {
        return new Purchases(
                index,
                customers,
                purchases,
                new Baskets(index.size(), orderStart, orderProducts),
                new OrderSequence(orderCustomer, orderTime),
                new Baskets(index.size(), historyStart, historyProducts),
                cutHistories,
                highestLine);
    }
}
