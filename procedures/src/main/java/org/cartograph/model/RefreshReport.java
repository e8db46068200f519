package org.cartograph.model;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a refresh found and wrote.
 *
 * @param modelId the model whose rows were refreshed, or null when there is none
 * @param caughtUpCustomers customers who were read again
 * @param changedProducts products whose purchases or mark changed since the last look
 * @param dueProducts products that needed new rows
 * @param refreshedProducts those that got them
 * @param rowsWritten rows that were rewritten, the others being as they should
 * @param created edges to new targets
 * @param updated edges whose score or count moved by more than 5 %
 * @param deleted edges whose target left its row
 * @param catchUpMillis finding out what changed, and reading it
 * @param learnMillis computing rows
 * @param writeMillis comparing and writing rows
 * @param memoryBytes heap that the held facts take
 * @param message why nothing, or not everything, was done; null otherwise
 */
public record RefreshReport(
        @Nullable String modelId,
        ZonedDateTime refreshedAt,
        long caughtUpCustomers,
        long changedProducts,
        long dueProducts,
        long refreshedProducts,
        long rowsWritten,
        long created,
        long updated,
        long deleted,
        long catchUpMillis,
        long learnMillis,
        long writeMillis,
        long memoryBytes,
        @Nullable String message) {

    /** A refresh that had nothing to do, or was not allowed to. */
    static RefreshReport nothing(@Nullable String modelId, String message) {
        return new RefreshReport(
                modelId, ZonedDateTime.now(ZoneOffset.UTC), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, message);
    }
}
