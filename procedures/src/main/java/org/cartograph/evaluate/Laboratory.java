package org.cartograph.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cartograph.facts.Catalogue;
import org.cartograph.facts.OrderBook;
import org.cartograph.model.BuildSettings;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.work.Workers;

/**
 * Says how good parameters are on one slice of orders, again and again: what was learned is kept while its own parameters
 * stay.
 */
final class Laboratory {
    private final TrainingPart part;
    private final TrainingCatalogue catalogue;
    private final TrainedShops shops;
    private final Workers workers;
    private final TuningSettings settings;
    private final int until;
    private final int mostQuestions;
    private final Map<String, List<Case>> cases = new HashMap<>();

    /**
     * @param cut orders that train
     * @param until end of the orders that are asked about
     * @param removed products that lose their training orders
     * @param mostQuestions questions of a trial at most: a wholesaler's basket asks hundreds
     */
    Laboratory(
            OrderBook book,
            Catalogue whole,
            int cut,
            int until,
            BitSet removed,
            int mostQuestions,
            Workers workers,
            TuningSettings settings) {
        this.part = new TrainingPart(book, cut, removed);
        this.catalogue = new TrainingCatalogue(part, whole);
        this.shops = new TrainedShops(part, catalogue, workers);
        this.mostQuestions = mostQuestions;
        this.workers = workers;
        this.settings = settings;
        this.until = until;
    }

    /** The test orders of a segment, or a draw of them. */
    List<Case> cases(Task task, String segment) {
        return cases.computeIfAbsent(task.key() + segment, key -> drawn(task.cases(part, until, segment)));
    }

    private List<Case> drawn(List<Case> all) {
        List<Case> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(settings.seed()));
        List<Case> drawn = new ArrayList<>();
        int questions = 0;
        for (Case one : shuffled) {
            if (drawn.size() == settings.mostSamples() || questions > mostQuestions) {
                break;
            }
            drawn.add(one);
            questions += one.questions().get().size();
        }
        return drawn;
    }

    /** One measure of the serving recommender's ranking with these parameters. */
    Estimate measure(Task task, String segment, String metric, Map<String, Object> parameters) {
        return new Trial(part, catalogue, workers, 10)
                .run(method(task, parameters, true), cases(task, segment), done -> {}).stream()
                        .filter(measured -> measured.metric().equals(metric))
                        .map(Trial.Measured::estimate)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("There is no measure " + metric + "."));
    }

    /** The same of every test order, with or without the edges that new products inherit. */
    double[] values(Task task, String segment, String metric, Map<String, Object> parameters, boolean newProducts) {
        return new Trial(part, catalogue, workers, 10)
                .values(method(task, parameters, newProducts), cases(task, segment), metric);
    }

    private Method method(Task task, Map<String, Object> parameters, boolean newProducts) {
        RecommendSettings recommend = RecommendSettings.of(parameters);
        TrainingShop shop = shops.learn(
                BuildSettings.of(Parameters.ofBuild(parameters), Map.of()), recommend.families(task.placement()));
        return Method.cartograph(part, shop, newProducts ? recommend : recommend.withoutNew(), task);
    }
}
