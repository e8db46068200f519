package org.cartograph.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.cartograph.demo.DemoFiles;
import org.cartograph.demo.DemoShop;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes an invented electronics-and-home shop with known associations hidden in its orders. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Write an invented electronics-and-home shop, ready to load, with known associations hidden in it.")
final class DemoCommand implements Callable<Integer> {

    private static final int ORDERS_PER_STEP = 1_000;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write the files.")
    private Path out = Path.of("");

    @Option(names = "--customers", paramLabel = "N", description = "Registered customers (default: ${DEFAULT-VALUE}).")
    private int customers = 2_000;

    @Option(names = "--orders", paramLabel = "N", description = "Orders (default: ${DEFAULT-VALUE}).")
    private int orders = 12_000;

    @Option(names = "--products", paramLabel = "N", description = "Products, at least 40 (default: ${DEFAULT-VALUE}).")
    private int products = 1_000;

    @Option(names = "--seed", paramLabel = "S", description = "Another seed, another shop (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            converter = Day.class,
            description =
                    "Today for the shop, such as 2026-01-31; the last order is from the day before (default: today, UTC).")
    private @Nullable LocalDate until;

    /** Says what a date looks like where the JDK's own message would speak of a parser. */
    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("it must be a date such as 2026-01-31, but was '" + value + "'.");
            }
        }
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter err = command.commandLine().getErr();
        try {
            LocalDate today = until == null ? LocalDate.now(Clock.systemUTC()) : until;
            DemoShop shop = new DemoShop(customers, orders, products, seed, today);
            DemoFiles files = write(shop);
            command.commandLine()
                    .getOut()
                    .println("Wrote a shop of " + products + " products and " + orders + " orders to " + out + "; "
                            + files.about().getFileName() + " there says what is hidden in it.");
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        } catch (UncheckedIOException e) {
            err.println(
                    e.getCause() instanceof FileAlreadyExistsException
                            ? "`--out` must be a directory, but " + out + " is a file."
                            : "`--out` must be a directory that can be written, but writing to " + out + " failed: "
                                    + e.getCause() + ".");
        }
        return 1;
    }

    // From JDK 22 on there is always a console, and then a bar at worst fills a log file; JDK 17 cannot ask further.
    @SuppressWarnings("SystemConsoleNull")
    private DemoFiles write(DemoShop shop) {
        if (System.console() == null) {
            return shop.write(out);
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Orders")
                .setInitialMax(orders)
                .setStyle(ProgressBarStyle.ASCII)
                .build()) {
            IntConsumer progress = placed -> {
                if (placed % ORDERS_PER_STEP == 0 || placed == orders) {
                    bar.stepTo(placed);
                }
            };
            return shop.write(out, progress);
        }
    }
}
