package org.cartograph.load;

import java.time.Duration;
import java.util.List;

/**
 * What came of a load.
 *
 * @param dryRun whether rows were only checked
 * @param files one entry per file, in the order they were loaded
 * @param took from the first check to the last write
 */
public record LoadSummary(boolean dryRun, List<FileSummary> files, Duration took) {

    /** Rows of all files. */
    public long rows() {
        return files.stream().mapToLong(FileSummary::rows).sum();
    }

    /** Rows of all files that could not be loaded. */
    public long rejected() {
        return files.stream().mapToLong(FileSummary::rejected).sum();
    }

    /** One count over all files. */
    public long count(Count count) {
        return files.stream().mapToLong(file -> file.count(count)).sum();
    }
}
