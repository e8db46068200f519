package org.cartograph.load;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How to load.
 *
 * @param batch rows a transaction, 1 to 100,000; larger is faster and takes more of the server's memory
 * @param dryRun check every row and write nothing; needs no server
 * @param rejects where rows that cannot be loaded are listed; null only counts them
 * @param zone the zone of times that name none
 * @param database the database's name; null is the server's default one
 */
public record LoadOptions(
        int batch,
        boolean dryRun,
        @Nullable Path rejects,
        ZoneId zone,
        @Nullable String database) {

    /** The most rows a transaction may have. */
    public static final int MAXIMUM_BATCH = 100_000;

    /** The rows of a transaction when nobody says otherwise. */
    public static final int STANDARD_BATCH = 10_000;

    public LoadOptions {
        if (batch < 1 || batch > MAXIMUM_BATCH) {
            throw new IllegalArgumentException(
                    "`batch` must be between 1 and %,d, but was %,d.".formatted(MAXIMUM_BATCH, batch));
        }
    }

    /** Writes, in batches of {@value #STANDARD_BATCH}, UTC where no zone is given, rejects counted but not kept. */
    public static LoadOptions standard() {
        return new LoadOptions(STANDARD_BATCH, false, null, ZoneOffset.UTC, null);
    }
}
