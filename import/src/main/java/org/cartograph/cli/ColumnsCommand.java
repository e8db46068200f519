package org.cartograph.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.cartograph.load.columns.Column;
import org.cartograph.load.columns.FileKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the table of columns as Markdown. */
@Command(
        name = "columns",
        mixinStandardHelpOptions = true,
        description = "Prints which columns the files may have, their other names, and what they become in the graph.")
final class ColumnsCommand implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        for (FileKind kind : FileKind.values()) {
            out.printf("%n### %s%n%n", kind.plural());
            out.println("| column | also called | becomes |");
            out.println("|---|---|---|");
            kind.columns().forEach(column -> out.println(row(column)));
            out.printf("| every other | | %s |%n", kind.others());
        }
        out.println();
        out.println("Columns marked * are required. Names may be written productId, Product ID or product_id.");
        out.flush();
    }

    private static String row(Column column) {
        return "| `%s`%s | %s | %s |"
                .formatted(
                        column.name(),
                        column.required() ? " *" : "",
                        String.join(", ", column.synonyms()),
                        column.becomes());
    }
}
