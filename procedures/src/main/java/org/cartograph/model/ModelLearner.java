package org.cartograph.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.cartograph.facts.Catalogue;
import org.cartograph.facts.Facts;
import org.cartograph.graph.Family;
import org.cartograph.similarity.AttributeSimilarity;
import org.cartograph.similarity.ColdStart;
import org.cartograph.similarity.ColdStartParameters;
import org.cartograph.similarity.InheritedEdges;
import org.cartograph.similarity.LearnedRows;
import org.cartograph.similarity.LookAlikes;
import org.cartograph.similarity.PairEvidence;
import org.cartograph.similarity.Row;
import org.cartograph.similarity.SimilarLearner;
import org.cartograph.work.Workers;

/**
 * Learns a model from facts, in memory: what a build writes and what an evaluation judges.
 *
 * <p>The same facts and settings give the same model, whatever the number of threads.
 */
public final class ModelLearner {
    private final Facts facts;
    private final BuildSettings settings;
    private final Workers workers;
    private final LearningProgress progress;
    private final AttributeSimilarity similarity;

    ModelLearner(Facts facts, BuildSettings settings, Workers workers, LearningProgress progress) {
        this.facts = facts;
        this.settings = settings;
        this.workers = workers;
        this.progress = progress;
        Catalogue catalogue = facts.catalogue();
        this.similarity = new AttributeSimilarity(
                catalogue.attributes(), catalogue.prices(), catalogue.vectors(), settings.similar());
    }

    /** Learns all families that the settings ask for. */
    public static LearnedModel learn(Facts facts, BuildSettings settings, Workers workers, LearningProgress progress) {
        ModelLearner learner = new ModelLearner(facts, settings, workers, progress);
        Map<Family, LearnedFamily> families = new EnumMap<>(Family.class);
        settings.families().forEach(family -> families.put(family, learner.learn(family)));
        return new LearnedModel(families);
    }

    LearnedFamily learn(Family family) {
        long start = System.nanoTime();
        InheritedEdges[] inherited =
                new InheritedEdges[facts.purchases().products().size()];
        Arrays.fill(inherited, InheritedEdges.NONE);
        if (family == Family.SIMILAR) {
            return new LearnedFamily(similar(), inherited, millisSince(start), 0);
        }
        FamilyLearner.Rows learned = new FamilyLearner(workers, progress).learn(facts, family, settings);
        blend(family, learned.rows(), inherited);
        return new LearnedFamily(learned.rows(), inherited, millisSince(start), learned.ridgeMillis());
    }

    private Row[] similar() {
        Row[] rows = new Row[facts.purchases().products().size()];
        progress.begin("learning " + Family.SIMILAR, rows.length);
        workers.each(
                rows.length,
                () -> {
                    SimilarLearner learner =
                            new SimilarLearner(similarity, settings.similar().neighbours());
                    return product -> rows[product] = learner.row(product);
                },
                progress::advance);
        return rows;
    }

    /** Lets the products with few sales borrow: replaces their rows and adds the edges that lead to them. */
    private void blend(Family family, Row[] rows, InheritedEdges[] inherited) {
        ColdStartParameters parameters = settings.coldStart();
        PairEvidence evidence = PairEvidence.of(facts.baskets(family), parameters);
        LearnedRows established = new LearnedRows(rows, evidence::established);
        progress.begin("blending " + family, rows.length);
        workers.each(
                rows.length,
                () -> {
                    SimilarLearner learner =
                            new SimilarLearner(similarity, Math.max(ColdStart.DIRECT, parameters.lookAlikes()));
                    ColdStart coldStart =
                            new ColdStart(parameters, settings.weighting(family).neighbours(), established);
                    return product -> {
                        if (!evidence.established(product)) {
                            LookAlikes lookAlikes = learner.nearest(product, evidence::established);
                            ColdStart.Blend blend =
                                    coldStart.of(product, rows[product], evidence.pairs()[product], lookAlikes);
                            rows[product] = blend.row();
                            inherited[product] = blend.incoming();
                        }
                    };
                },
                progress::advance);
        InheritedEdges.keepBest(inherited, rows.length, parameters.incoming());
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
