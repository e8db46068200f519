package org.cartograph.load;

import java.nio.file.Path;
import java.util.Map;
import org.cartograph.load.columns.FileKind;

/**
 * What came of one file.
 *
 * @param kind what its rows are
 * @param path the file
 * @param rows all rows, rejected ones included
 * @param rejected rows that could not be loaded
 * @param columns what each column became, in the order of the file
 * @param counts what was written or passed over; counts that are 0 are missing
 */
public record FileSummary(
        FileKind kind, Path path, long rows, long rejected, Map<String, String> columns, Map<Count, Long> counts) {

    /** One count. */
    public long count(Count count) {
        return counts.getOrDefault(count, 0L);
    }
}
