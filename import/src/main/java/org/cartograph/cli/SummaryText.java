package org.cartograph.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.cartograph.load.Count;
import org.cartograph.load.FileSummary;
import org.cartograph.load.LoadSummary;

/** What a load tells at its end. */
final class SummaryText {

    private static final double NANOS_A_SECOND = 1e9;

    private SummaryText() {}

    static void print(LoadSummary summary, Path rejects, PrintWriter out) {
        summary.files().forEach(file -> print(file, out));
        double seconds = Math.max(1e-3, summary.took().toNanos() / NANOS_A_SECOND);
        out.printf(
                Locale.ROOT,
                "%n%s %,d rows in %.1f s (%,.0f rows/s), %,d rejected.%n",
                summary.dryRun() ? "Checked, and wrote nothing:" : "Loaded",
                summary.rows(),
                seconds,
                summary.rows() / seconds,
                summary.rejected());
        if (summary.rejected() > 0) {
            out.printf(
                    "Rejected rows are in %s: correct them in their own file and load that whole file again.%n",
                    rejects);
        }
        out.flush();
    }

    private static void print(FileSummary file, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%n%s: %,d rows of %s%n",
                file.path(),
                file.rows(),
                file.kind().plural());
        file.columns().forEach((column, meaning) -> out.printf("    %-20s → %s%n", column, meaning));
        for (Count count : Count.values()) {
            if (file.count(count) > 0) {
                out.printf(Locale.ROOT, "  %,9d %s%n", file.count(count), count.phrase());
            }
        }
        out.printf(Locale.ROOT, "  %,9d rows rejected%n", file.rejected());
    }
}
