package org.cartograph.model;

import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.cartograph.facts.Facts;
import org.cartograph.graph.Family;
import org.cartograph.similarity.CoPurchases;
import org.cartograph.similarity.Incoming;
import org.cartograph.similarity.NextOrder;
import org.cartograph.similarity.Row;
import org.cartograph.similarity.RowLearner;
import org.cartograph.similarity.RowMerge;
import org.cartograph.similarity.SameBasket;
import org.cartograph.similarity.SharedSums;
import org.cartograph.similarity.Weighting;
import org.cartograph.work.Workers;

/** Learns the rows of one family for the whole catalogue: first every product's parts, then the sums. */
final class FamilyLearner {
    private final Workers workers;
    private final LearningProgress progress;

    FamilyLearner(Workers workers, LearningProgress progress) {
        this.workers = workers;
        this.progress = progress;
    }

    Rows learn(Facts facts, Family family, BuildSettings settings) {
        int products = facts.purchases().products().size();
        progress.begin("learning " + family, products);
        Weighting weighting = settings.weighting(family);
        CoPurchases pairs = pairs(facts, family, settings);
        SharedSums sums = SharedSums.of(pairs, weighting);
        RowLearner.Learned[] learned = new RowLearner.Learned[products];
        workers.each(
                products,
                () -> {
                    RowLearner learner = new RowLearner(pairs, weighting, sums);
                    return product -> learned[product] = learner.learn(product);
                },
                progress::advance);
        Row[] rows = new Row[products];
        IntFunction<Incoming> systems = product -> learned[product].incoming();
        IntConsumer ignored = done -> {};
        workers.each(
                products,
                () -> {
                    RowMerge merge = new RowMerge(weighting);
                    return product -> rows[product] = merge.merge(product, learned[product].walk(), systems);
                },
                ignored);
        long ridgeNanos = 0;
        for (RowLearner.Learned part : learned) {
            ridgeNanos += part.ridgeNanos();
        }
        return new Rows(rows, ridgeNanos / settings.threads() / 1_000_000);
    }

    /** The pairs that a family counts. */
    static CoPurchases pairs(Facts facts, Family family, BuildSettings settings) {
        Weighting weighting = settings.weighting(family);
        return switch (family) {
            case BOUGHT_NEXT ->
                new NextOrder(facts.baskets(family), facts.purchases().sequence(), weighting, settings.windowSeconds());
            case BOUGHT_TOGETHER, ALSO_BOUGHT, ALSO_VIEWED -> new SameBasket(facts.baskets(family), weighting);
            case SIMILAR -> throw new IllegalStateException(family + " is not learned from pairs.");
        };
    }

    /**
     * @param rows the row of every product
     * @param ridgeMillis time that the threads spent in ridge systems, divided by their number
     */
    record Rows(Row[] rows, long ridgeMillis) {}
}
