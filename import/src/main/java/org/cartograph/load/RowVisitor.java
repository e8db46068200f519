package org.cartograph.load;

import org.cartograph.load.csv.CsvRow;
import org.jspecify.annotations.Nullable;

/** Receives the rows of a file in their order. */
interface RowVisitor<T> {

    /** A row that could be read; the fact is null where it says nothing. */
    void good(CsvRow row, @Nullable T fact);

    /** A row that is rejected. */
    void bad(CsvRow row, String reason);
}
