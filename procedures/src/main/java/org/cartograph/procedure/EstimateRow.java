package org.cartograph.procedure;

import org.cartograph.model.MemoryEstimate;
import org.neo4j.procedure.Description;

/** What a build would need. */
public record EstimateRow(
        @Description("Products in the catalogue") long products,
        @Description("Customers, guests included") long customers,
        @Description("PURCHASED relationships") long purchases,

        @Description("Heap it may need at the most, in bytes")
        long bytesMax,

        @Description("Heap the server has, in bytes") long heapBytes,
        @Description("Whether a build would be let in") boolean fits,
        @Description("All of it in a line") String summary) {

    static EstimateRow of(MemoryEstimate estimate) {
        return new EstimateRow(
                estimate.products(),
                estimate.customers(),
                estimate.purchases(),
                estimate.bytes(),
                estimate.heap(),
                estimate.bytes() <= estimate.heap(),
                estimate.summary());
    }
}
