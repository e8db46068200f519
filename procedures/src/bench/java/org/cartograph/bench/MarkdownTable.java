package org.cartograph.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** A table for a README that can also be read as it is printed. */
public final class MarkdownTable {
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these column titles. */
    public MarkdownTable(String... titles) {
        rows.add(List.of(titles));
    }

    /** Adds a row with a cell for each title. */
    public MarkdownTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** Prints the table to standard output, with an empty line before and after. */
    public void print() {
        int columns = rows.get(0).size();
        List<Integer> widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        List<String> rule = widths.stream().map(width -> "-".repeat(width)).toList();
        List<List<String>> lines = new ArrayList<>(rows);
        lines.addAll(1, Collections.singletonList(rule));
        StringBuilder text = new StringBuilder("\n");
        for (List<String> line : lines) {
            for (int column = 0; column < columns; column++) {
                String cell = line.get(column);
                text.append("| ").append(cell).append(" ".repeat(widths.get(column) - cell.length() + 1));
            }
            text.append("|\n");
        }
        System.out.println(text);
    }
}
