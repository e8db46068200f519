package org.cartograph.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cartograph.load.columns.FileKind;
import org.cartograph.load.csv.RejectsFile;
import org.cartograph.load.graph.Customer;
import org.cartograph.load.graph.FeedbackWriter;
import org.cartograph.load.graph.Rating;
import org.cartograph.load.graph.Return;
import org.cartograph.load.graph.Schema;
import org.cartograph.load.rows.CustomerRows;
import org.cartograph.load.rows.RatingRows;
import org.cartograph.load.rows.ReturnRows;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/**
 * Loads files into the graph. All files are checked before anything is written. Loading the same files again changes nothing, also after a load
 * that was killed halfway and beside another one that is still running.
 */
public final class Loader {

    private final @Nullable Driver driver;
    private final LoadOptions options;
    private final Progress progress;

    /** Loads with a driver, which stays open; it may be null for a dry run, which needs no server. */
    public Loader(@Nullable Driver driver, LoadOptions options, Progress progress) {
        this.driver = driver;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Loads.
     *
     * @throws org.cartograph.load.csv.UnusableFileException if a file cannot be read or lacks a column; nothing was written
     * @throws IllegalArgumentException if there is no file at all, or no driver and this is no dry run
     * @throws org.neo4j.driver.exceptions.Neo4jException if the database fails; what was written stays, and loading again completes it
     */
    public LoadSummary load(LoadFiles files) {
        long start = System.nanoTime();
        List<Step> steps = steps(files);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to load: name at least one file.");
        }
        try (RejectsFile rejects = new RejectsFile(options.rejects())) {
            steps.forEach(step -> step.check(rejects));
        }
        if (!options.dryRun()) {
            write(steps);
        }
        return new LoadSummary(
                options.dryRun(),
                steps.stream().map(Step::summary).toList(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private void write(List<Step> steps) {
        if (driver == null) {
            throw new IllegalArgumentException("Only a dry run needs no database.");
        }
        SessionConfig config = options.database() == null
                ? SessionConfig.defaultConfig()
                : SessionConfig.forDatabase(options.database());
        try (Session session = driver.session(config)) {
            Schema.install(session);
            for (Step step : steps) {
                FileSummary checked = step.summary();
                progress.start(checked.kind().plural(), checked.rows());
                try {
                    step.write(session, progress);
                } finally {
                    progress.finish();
                }
            }
        }
    }

    private List<Step> steps(LoadFiles files) {
        List<Step> steps = new ArrayList<>();
        if (files.products() != null) {
            steps.add(new ProductStep(new InputFile(FileKind.PRODUCTS, files.products()), options));
        }
        if (files.customers() != null) {
            steps.add(customers(files.customers()));
        }
        if (files.orders() != null) {
            steps.add(new OrderStep(new InputFile(FileKind.ORDERS, files.orders()), options));
        }
        if (files.returns() != null) {
            steps.add(returns(files.returns()));
        }
        if (files.ratings() != null) {
            steps.add(ratings(files.ratings()));
        }
        return steps;
    }

    private Step customers(Path path) {
        InputFile file = new InputFile(FileKind.CUSTOMERS, path);
        return new FactStep<Customer>(
                file,
                new CustomerRows(file.columns())::read,
                (session, batch, tally) -> {
                    new FeedbackWriter(session).customers(batch.facts());
                    tally.add(Count.CUSTOMERS, batch.facts().size());
                },
                options.batch());
    }

    private Step returns(Path path) {
        InputFile file = new InputFile(FileKind.RETURNS, path);
        return new FactStep<Return>(
                file,
                new ReturnRows(file.columns(), options.zone())::read,
                (session, batch, tally) -> {
                    long unknown = new FeedbackWriter(session).returns(batch.facts());
                    tally.add(Count.RETURNS, batch.facts().size() - unknown);
                    tally.add(Count.ROWS_OF_UNKNOWN_PRODUCTS, unknown);
                },
                options.batch());
    }

    private Step ratings(Path path) {
        InputFile file = new InputFile(FileKind.RATINGS, path);
        return new FactStep<Rating>(
                file,
                new RatingRows(file.columns(), options.zone())::read,
                (session, batch, tally) -> {
                    long unknown = new FeedbackWriter(session).ratings(batch.facts());
                    tally.add(Count.RATINGS, batch.facts().size() - unknown);
                    tally.add(Count.ROWS_OF_UNKNOWN_PRODUCTS, unknown);
                },
                options.batch());
    }
}
