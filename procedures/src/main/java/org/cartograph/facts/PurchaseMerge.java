package org.cartograph.facts;

import java.util.List;
import org.cartograph.similarity.Baskets;
import org.cartograph.similarity.OrderSequence;

/** Joins what the threads have read, by customer node, so that the result does not depend on how many there were. */
final class PurchaseMerge {
    final int[] orderStart;
    final int[] orderProducts;
    final int[] historyStart;
    final int[] historyProducts;
    int order;
    int customer;
    private final int[] orderCustomer;
    private final long[] orderTime;

    private PurchaseMerge(List<PurchaseChunk> chunks) {
        int orders = chunks.stream().mapToInt(PurchaseChunk::orderCount).sum();
        int customers = chunks.stream().mapToInt(PurchaseChunk::customerCount).sum();
        orderStart = new int[orders + 1];
        orderCustomer = new int[orders];
        orderTime = new long[orders];
        orderProducts =
                new int[chunks.stream().mapToInt(PurchaseChunk::orderLines).sum()];
        historyStart = new int[customers + 1];
        historyProducts =
                new int[chunks.stream().mapToInt(PurchaseChunk::historyLines).sum()];
    }

    static Purchases of(ProductIndex index, List<PurchaseChunk> chunks) {
        PurchaseMerge merge = new PurchaseMerge(chunks);
        for (PurchaseChunk chunk = next(chunks); chunk.nextCustomer() != Long.MAX_VALUE; chunk = next(chunks)) {
            chunk.moveTo(merge);
        }
        return new Purchases(
                index,
                chunks.stream().mapToLong(PurchaseChunk::purchases).sum(),
                new Baskets(index.size(), merge.orderStart, merge.orderProducts),
                new OrderSequence(merge.orderCustomer, merge.orderTime),
                new Baskets(index.size(), merge.historyStart, merge.historyProducts),
                chunks.stream().mapToInt(PurchaseChunk::cutHistories).sum());
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

    void endCustomer(int length) {
        historyStart[customer + 1] = historyStart[customer] + length;
        customer++;
    }
}
