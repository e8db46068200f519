package org.cartograph.load.csv;

import java.util.ArrayList;
import java.util.List;

/** Where a line of CSV stands with its quotes. */
final class Quotes {

    private Quotes() {}

    /**
     * Whether a quoted cell is still open at the end of a line. A quote opens a cell only as its first character; inside an unquoted cell it is an
     * ordinary character, as in {@code 5" pipe}.
     */
    static boolean openAfter(String line, boolean openBefore) {
        if (line.indexOf('"') < 0) {
            return openBefore;
        }
        boolean open = openBefore;
        boolean atStart = !openBefore;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (open) {
                if (c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    i++;
                } else if (c == '"') {
                    open = false;
                }
            } else if (c == '"' && atStart) {
                open = true;
            }
            atStart = !open && c == ',';
        }
        return open;
    }

    static List<String> cellsWithoutQuotes(String line) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', start)) {
            cells.add(line.substring(start, comma));
            start = comma + 1;
        }
        cells.add(line.substring(start));
        return cells;
    }
}
