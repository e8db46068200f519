package org.cartograph.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
 * Evaluates the recommender on the shop's own past: learns from the older orders, asks about the newer ones.
 *
 * <p>Orders are sorted by (time, id); the first {@code ⌊share·n⌋} train, the rest test. Everything that is asked, from
 * neighbours to bestsellers and the clock, comes from the training part alone.
 */
public final class Evaluation {
    private static final int COLD_RESIDUE = 0;

    private final GraphDatabaseService database;
    private final Log log;

    /** An evaluation of one database, which is only read. */
    public Evaluation(GraphDatabaseService database, Log log) {
        this.database = database;
        this.log = log;
    }

    /**
     * Runs the tasks.
     *
     * @param stored the shop's own parameters
     * @param terminationCheck throws when the caller's transaction was terminated
     */
    public List<Result> run(EvaluationSettings settings, Map<String, Object> stored, Runnable terminationCheck) {
        Map<String, Object> parameters = ShopParameters.over(stored, settings.parameters());
        BuildSettings build = BuildSettings.of(Parameters.ofBuild(parameters), Map.of());
        RecommendSettings recommend = RecommendSettings.of(parameters);
        try (Workers workers = new Workers(settings.threads(), terminationCheck);
                ReadingWork work = ReadingWork.begin(database, "evaluate")) {
            OrderBook book = new OrderBookReader(database, workers).read();
            Catalogue whole = new CatalogueReader(database, book.products(), workers).read();
            int cut = settings.cut(book);
            List<Result> results = new ArrayList<>();
            for (Task task : settings.tasks()) {
                BitSet removed = task == Task.COLD ? TrainingPart.cold(book, cut, COLD_RESIDUE) : new BitSet();
                TrainingPart part = new TrainingPart(book, cut, removed);
                TrainingCatalogue catalogue = new TrainingCatalogue(part, whole);
                TrainingShop shop =
                        new TrainedShops(part, catalogue, workers).learn(build, recommend.families(task.placement()));
                for (String segment : task.segments()) {
                    List<Case> cases = drawn(task.cases(part, book.orders().size(), segment), settings);
                    log.info("Evaluating %s, segment %s: %d test orders", task.key(), segment, cases.size());
                    for (String name : settings.methods()) {
                        Method method = method(name, part, shop, recommend, task, settings.k());
                        work.progress().begin(task.key() + ", " + segment + ": " + name, cases.size());
                        new Trial(part, catalogue, workers, settings.k())
                                .run(method, cases, work.progress()::advance)
                                .forEach(measured -> results.add(
                                        new Result(task.key(), segment, name, measured.metric(), measured.estimate())));
                    }
                }
            }
            return results;
        }
    }

    private static Method method(
            String name, TrainingPart part, TrainingShop shop, RecommendSettings recommend, Task task, int k) {
        return switch (name) {
            case EvaluationSettings.CARTOGRAPH -> Method.cartograph(part, shop, recommend, task);
            case EvaluationSettings.WITH_RULES -> Method.withRules(part, shop, recommend, task, k);
            case EvaluationSettings.WITHOUT_NEW -> Method.cartograph(part, shop, recommend.withoutNew(), task);
            case EvaluationSettings.POPULARITY -> Method.popularity(part);
            default -> Method.category(part, shop);
        };
    }

    private static List<Case> drawn(List<Case> cases, EvaluationSettings settings) {
        if (cases.size() <= settings.mostSamples()) {
            return cases;
        }
        List<Case> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, new Random(settings.seed()));
        return shuffled.subList(0, settings.mostSamples());
    }
}
