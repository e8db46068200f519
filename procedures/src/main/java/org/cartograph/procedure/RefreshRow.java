package org.cartograph.procedure;

import java.time.ZonedDateTime;
import org.cartograph.model.RefreshReport;
import org.jspecify.annotations.Nullable;
import org.neo4j.procedure.Description;

/** What a refresh did. */
public record RefreshRow(
        @Description("Id of the model whose rows were refreshed; null when there is none or nothing was done") @Nullable
        String modelId,

        @Description("When the refresh ended") ZonedDateTime refreshedAt,

        @Description("Customers whose purchases were read again")
        long caughtUpCustomers,

        @Description("Products whose purchases or mark changed since the last look")
        long changedProducts,

        @Description("Products that needed new rows") long dueProducts,

        @Description("Products whose rows were computed anew")
        long refreshedProducts,

        @Description("Products that need new rows still; the next refresh goes on with them")
        long remaining,

        @Description("Rows that were rewritten, one for a product and kind of edge; all others were as they should be")
        long rowsWritten,

        @Description("Edges to new targets") long created,

        @Description("Edges whose score or count moved by more than 5 %")
        long updated,

        @Description("Edges whose target left its row") long deleted,

        @Description("Time of finding out what changed, and of reading it")
        long catchUpMillis,

        @Description("Time of computing rows") long learnMillis,
        @Description("Time of comparing and writing rows") long writeMillis,

        @Description("Heap that the purchases kept for the next refresh take")
        long memoryBytes,

        @Description("Why nothing, or not everything, was done; null otherwise") @Nullable
        String message) {

    static RefreshRow of(RefreshReport report) {
        return new RefreshRow(
                report.modelId(),
                report.refreshedAt(),
                report.caughtUpCustomers(),
                report.changedProducts(),
                report.dueProducts(),
                report.refreshedProducts(),
                report.dueProducts() - report.refreshedProducts(),
                report.rowsWritten(),
                report.created(),
                report.updated(),
                report.deleted(),
                report.catchUpMillis(),
                report.learnMillis(),
                report.writeMillis(),
                report.memoryBytes(),
                report.message());
    }
}
