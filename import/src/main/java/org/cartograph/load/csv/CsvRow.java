package org.cartograph.load.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file.
 *
 * @param line the physical line it begins on; the header is line 1 unless empty lines stand before it
 * @param raw its text as it stands in the file, line breaks inside quotes included
 * @param fields its cells, in the header's order; empty or incomplete when there is a problem
 * @param problem why the row cannot be read, or null
 */
public record CsvRow(
        long line,
        String raw,
        List<String> fields,
        @Nullable String problem) {}
