package org.cartograph.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cartograph.facts.Catalogue;
import org.cartograph.facts.CatalogueReader;
import org.cartograph.facts.OrderBook;
import org.cartograph.facts.OrderBookReader;
import org.cartograph.graph.ShopParameters;
import org.cartograph.model.BuildSettings;
import org.cartograph.model.ReadingWork;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.logging.Log;

/**
 * Finds the shop's own parameters: coordinate descent over small grids, each judged on a validation slice.
 *
 * <p>Of the orders that it may see, the first four fifths train and the last fifth (of new products the last tenth) is
 * asked about; test orders of an evaluation with the same split are never read. A value takes the place of another only when it is better by more than a
 * ten-thousandth, and a task with too few orders to tell keeps what it has.
 */
public final class Tuning {
    private static final double TRAINING = 0.8;
    /** Fewer orders teach less of established products too, so what new ones may take is judged closer to the full number. */
    private static final double COLD_TRAINING = 0.9;

    private static final double BETTER = 1e-4;
    private static final int PASSES = 2;
    private static final int MOST_QUESTIONS = 30_000;
    /** Below this many test orders, differences are mostly chance. */
    static final int FEWEST_SAMPLES = 200;

    private final GraphDatabaseService database;
    private final Log log;

    /** Tuning of one database. */
    public Tuning(GraphDatabaseService database, Log log) {
        this.database = database;
        this.log = log;
    }

    /**
     * Tunes and, unless it is a dry run, stores the winner.
     *
     * @param stored the parameters to begin with
     * @param terminationCheck throws when the caller's transaction was terminated; nothing is stored then
     */
    public List<TuningStep> run(TuningSettings settings, Map<String, Object> stored, Runnable terminationCheck) {
        List<TuningStep> steps = new ArrayList<>();
        try (Workers workers = new Workers(settings.threads(), terminationCheck);
                ReadingWork work = ReadingWork.begin(database, "tune")) {
            OrderBook book = new OrderBookReader(database, workers).read();
            Catalogue catalogue = new CatalogueReader(database, book.products(), workers).read();
            int until = (int) Math.floor(settings.splitAt() * book.orders().size());
            int cut = (int) Math.floor(TRAINING * until);
            work.progress().begin("trying parameters, in seconds", settings.maxSeconds());
            Search search = new Search(settings, stored, step -> {
                steps.add(step);
                work.progress().begin("trying parameters for " + step.task() + ", in seconds", settings.maxSeconds());
                work.progress().advance(Math.min(settings.maxSeconds(), (long) step.seconds()));
            });
            Laboratory laboratory =
                    new Laboratory(book, catalogue, cut, until, new BitSet(), MOST_QUESTIONS, workers, settings);
            for (Stage stage : Stage.all()) {
                if (settings.tasks().contains(stage.task())) {
                    search.run(stage, laboratory);
                }
            }
            if (settings.tasks().contains(Task.COLD)) {
                int coldCut = (int) Math.floor(COLD_TRAINING * until);
                new ColdTuning(book, catalogue, coldCut, until, workers, settings).run(search);
            }
            if (!settings.dryRun()) {
                ShopParameters.write(database, search.best());
                log.info("Stored parameters after %d trials", steps.size());
            }
        }
        return steps;
    }

    /** Coordinate descent within a time. */
    static final class Search {
        private final TuningSettings settings;
        private final Consumer<TuningStep> report;
        private final long startedAt = System.nanoTime();
        private Map<String, Object> best;

        Search(TuningSettings settings, Map<String, Object> start, Consumer<TuningStep> report) {
            this.settings = settings;
            this.best = start;
            this.report = report;
        }

        Map<String, Object> best() {
            return best;
        }

        double seconds() {
            return (System.nanoTime() - startedAt) / 1e9;
        }

        boolean over(double share) {
            return seconds() > share * settings.maxSeconds();
        }

        void take(Map<String, Object> option) {
            best = Knob.apply(best, option);
        }

        void report(Task task, Map<String, Object> tried, String metric, Estimate estimate, boolean kept, String note) {
            report.accept(new TuningStep(task.key(), tried, metric, estimate, kept, seconds(), note));
        }

        /** Says that a task has too little to be judged by. */
        void leave(Task task, String metric, int samples) {
            report(
                    task,
                    Map.of(),
                    metric,
                    Estimate.exact(0, samples),
                    false,
                    "Left as it was: " + samples + " orders to judge by, at least " + FEWEST_SAMPLES + " are needed");
        }

        private void run(Stage stage, Laboratory laboratory) {
            int samples =
                    laboratory.cases(stage.task(), stage.segments().get(0)).size();
            if (samples < FEWEST_SAMPLES) {
                leave(stage.task(), stage.metric(), samples);
                return;
            }
            Estimate top = judge(stage, laboratory, best);
            report(stage.task(), Map.of(), stage.metric(), top, true, "What tuning began with");
            boolean moved = true;
            for (int pass = 0; pass < PASSES && moved; pass++) {
                moved = false;
                for (Knob knob : stage.knobs()) {
                    for (Map<String, Object> option : knob.options()) {
                        if (over(stage.share())) {
                            report(stage.task(), Map.of(), stage.metric(), top, false, "Its share of the time is over");
                            return;
                        }
                        Map<String, Object> parameters = Knob.apply(best, option);
                        if (same(parameters, best)) {
                            continue;
                        }
                        Estimate tried = judge(stage, laboratory, parameters);
                        boolean better = tried.value() > top.value() + BETTER;
                        report(stage.task(), option, stage.metric(), tried, better, "");
                        if (better) {
                            top = tried;
                            take(option);
                            moved = true;
                        }
                    }
                }
            }
        }

        /** Whether two maps mean the same; what one leaves out may be the default that the other names. */
        private static boolean same(Map<String, Object> one, Map<String, Object> other) {
            return BuildSettings.of(Parameters.ofBuild(one), Map.of())
                            .equals(BuildSettings.of(Parameters.ofBuild(other), Map.of()))
                    && RecommendSettings.of(one).equals(RecommendSettings.of(other));
        }

        private static Estimate judge(Stage stage, Laboratory laboratory, Map<String, Object> parameters) {
            double value = 0;
            double low = 0;
            double high = 0;
            long samples = 0;
            for (String segment : stage.segments()) {
                Estimate estimate = laboratory.measure(stage.task(), segment, stage.metric(), parameters);
                value += estimate.value();
                low += estimate.low();
                high += estimate.high();
                samples = Math.max(samples, estimate.samples());
            }
            return new Estimate(value, low, high, samples);
        }
    }
}
