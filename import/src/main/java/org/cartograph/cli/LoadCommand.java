package org.cartograph.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cartograph.load.LoadFiles;
import org.cartograph.load.LoadOptions;
import org.cartograph.load.LoadSummary;
import org.cartograph.load.Loader;
import org.cartograph.load.csv.UnusableFileException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Loads files and tells what came of it. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Loads files into the graph: CSV with commas, plain or gzip, UTF-8; the first row names the columns.",
            "Loading the same files again changes nothing, also after a load that was stopped halfway.",
            "All files are checked before anything is written; a row that cannot be loaded is listed and never stops the load.",
            "The columns each file may have: `cartograph-import columns`."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was loaded",
            "2:some rows were rejected, all others loaded",
            "1:nothing more could be loaded: a file or the database failed, or the command is wrong"
        })
final class LoadCommand implements Callable<Integer> {

    private static final int ALL_LOADED = 0;
    private static final int FAILED = 1;
    private static final int SOME_REJECTED = 2;

    @Option(names = "--products", paramLabel = "FILE", description = "One row per product.")
    @Nullable
    Path products;

    @Option(names = "--orders", paramLabel = "FILE", description = "One row per order and product.")
    @Nullable
    Path orders;

    @Option(
            names = "--customers",
            paramLabel = "FILE",
            description = "One row per customer; only id and consent are kept.")
    @Nullable
    Path customers;

    @Option(names = "--returns", paramLabel = "FILE", description = "One row per product sent back.")
    @Nullable
    Path returns;

    @Option(names = "--ratings", paramLabel = "FILE", description = "One row per rating of a product by a customer.")
    @Nullable
    Path ratings;

    @Mixin
    Connection connection = new Connection();

    @Option(
            names = "--dry-run",
            description = "Check every row, list the rejects and leave the graph alone; needs no database.")
    boolean dryRun;

    @Option(
            names = "--build",
            description = "Let the plugin learn from the graph once everything is loaded (cartograph.model.build).")
    boolean build;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            defaultValue = "cartograph-rejects.csv",
            description =
                    "Where rows that cannot be loaded are listed, with file, line, reason and text; replaced by each "
                            + "load, and absent when there are none. Default: ${DEFAULT-VALUE} in the current directory.")
    Path rejects = Path.of("cartograph-rejects.csv");

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "" + LoadOptions.STANDARD_BATCH,
            description = "Rows a transaction, 1 to " + LoadOptions.MAXIMUM_BATCH + ". Default: ${DEFAULT-VALUE}.")
    int batch = LoadOptions.STANDARD_BATCH;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "The zone of times that name none, such as Europe/Rome. Default: ${DEFAULT-VALUE}.")
    ZoneId zone = ZoneId.of("UTC");

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        LoadFiles files = new LoadFiles(products, orders, customers, returns, ratings);
        LoadOptions options = options(command);
        if (Stream.of(products, orders, customers, returns, ratings).allMatch(file -> file == null)) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is nothing to load: name at least one of --products, --orders, --customers, --returns and --ratings.");
        }
        try {
            LoadSummary summary = load(files, options, out, err);
            return summary.rejected() == 0 ? ALL_LOADED : SOME_REJECTED;
        } catch (UnusableFileException | ConnectionException e) {
            err.println(e.getMessage());
        } catch (Neo4jException e) {
            err.println(Connection.sentence(e) + " What was written stays; run the same command again to complete it.");
        }
        return FAILED;
    }

    private LoadOptions options(CommandSpec command) {
        try {
            return new LoadOptions(batch, dryRun, rejects, zone, connection.database);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    command.commandLine(), String.valueOf(e.getMessage()).replace("`batch`", "--batch"), e);
        }
    }

    private LoadSummary load(LoadFiles files, LoadOptions options, PrintWriter out, PrintWriter err) {
        if (options.dryRun()) {
            return told(new Loader(null, options, new PlainProgress(err)).load(files), out);
        }
        try (Driver driver = connection.open()) {
            LoadSummary summary = told(
                    new Loader(driver, options, Terminal.canRedraw() ? new TerminalProgress() : new PlainProgress(err))
                            .load(files),
                    out);
            if (build) {
                out.printf("Learned %,d edges between products.%n", ModelBuild.by(driver, connection.database));
            }
            return summary;
        }
    }

    private LoadSummary told(LoadSummary summary, PrintWriter out) {
        SummaryText.print(summary, rejects, out);
        return summary;
    }
}
