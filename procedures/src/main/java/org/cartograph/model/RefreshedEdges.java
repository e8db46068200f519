package org.cartograph.model;

import java.util.EnumMap;
import java.util.Map;
import org.cartograph.facts.Catalogue;
import org.cartograph.facts.CatalogueReader;
import org.cartograph.facts.Facts;
import org.cartograph.graph.Family;
import org.cartograph.similarity.AttributeSimilarity;
import org.cartograph.similarity.ColdStart;
import org.cartograph.similarity.InheritedEdges;
import org.cartograph.similarity.LookAlikes;
import org.cartograph.similarity.PairEvidence;
import org.cartograph.similarity.Row;
import org.cartograph.similarity.SimilarLearner;
import org.cartograph.work.Workers;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * Computes what single products have in each family, sharing among them all that can be shared.
 *
 * <p>Products with few sales borrow from the rows that stand in the graph. What products are is read when the first of
 * them asks for look-alikes, and not before: mostly none does.
 */
final class RefreshedEdges {
    private final GraphDatabaseService database;
    private final Facts facts;
    private final BuildSettings settings;
    private final int[] due;
    private final Runnable terminationCheck;
    private final Map<Family, FamilyRows> rows = new EnumMap<>(Family.class);
    private final Map<Family, PairEvidence> evidence = new EnumMap<>(Family.class);
    private @Nullable AttributeSimilarity similarity;

    /** @param due the products that will be asked for */
    RefreshedEdges(
            GraphDatabaseService database, Facts facts, BuildSettings settings, int[] due, Runnable terminationCheck) {
        this.database = database;
        this.facts = facts;
        this.settings = settings;
        this.due = due;
        this.terminationCheck = terminationCheck;
    }

    /** The row of a product and the edges it inherits. */
    ColdStart.Blend of(Family family, int product) {
        if (family == Family.SIMILAR) {
            SimilarLearner learner =
                    new SimilarLearner(similarity(), settings.similar().neighbours());
            return new ColdStart.Blend(learner.row(product), InheritedEdges.NONE);
        }
        Row own = rows.computeIfAbsent(family, first -> new FamilyRows(facts, family, settings))
                .row(product);
        PairEvidence pairs =
                evidence.computeIfAbsent(family, first -> PairEvidence.of(facts.baskets(family), settings.coldStart()));
        if (pairs.established(product)) {
            return new ColdStart.Blend(own, InheritedEdges.NONE);
        }
        LookAlikes lookAlikes = new SimilarLearner(
                        similarity(), settings.coldStart().lookAlikes())
                .nearest(product, pairs::established);
        return new ColdStart(
                        settings.coldStart(),
                        settings.weighting(family).neighbours(),
                        new GraphRows(database, facts.purchases().products(), family, pairs))
                .of(product, own, pairs.pairs()[product], lookAlikes);
    }

    private AttributeSimilarity similarity() {
        AttributeSimilarity known = similarity;
        if (known == null) {
            try (Workers workers = new Workers(settings.threads(), terminationCheck)) {
                Catalogue catalogue =
                        new CatalogueReader(database, facts.purchases().products(), workers).read(due);
                known = new AttributeSimilarity(
                        catalogue.attributes(), catalogue.prices(), catalogue.vectors(), settings.similar());
            }
            similarity = known;
        }
        return known;
    }
}
