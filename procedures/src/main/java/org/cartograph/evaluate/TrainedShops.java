package org.cartograph.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cartograph.facts.Facts;
import org.cartograph.facts.Purchases;
import org.cartograph.graph.Family;
import org.cartograph.graph.Neighbour;
import org.cartograph.model.BuildSettings;
import org.cartograph.model.LearnedModel;
import org.cartograph.model.LearningProgress;
import org.cartograph.model.ModelLearner;
import org.cartograph.similarity.InheritedEdges;
import org.cartograph.similarity.Row;
import org.cartograph.work.Workers;

/** Builds a model from a training part, with the builder that also builds the graph's, and opens a shop on it. */
final class TrainedShops {
    private final TrainingPart part;
    private final TrainingCatalogue catalogue;
    private final Workers workers;

    TrainedShops(TrainingPart part, TrainingCatalogue catalogue, Workers workers) {
        this.part = part;
        this.catalogue = catalogue;
        this.workers = workers;
    }

    /** The shop whose neighbours were learned with these settings. */
    TrainingShop learn(BuildSettings settings) {
        Purchases purchases = part.book().first(part.cut(), part.removed(), settings.longestHistory());
        // Views have no place in the order of orders, so none are used.
        Facts facts = new Facts(purchases, catalogue.known(), Facts.noVisits(purchases.products()));
        LearnedModel learned = ModelLearner.learn(facts, settings, workers, LearningProgress.silent());
        Map<Family, List<List<Neighbour>>> neighbours = new EnumMap<>(Family.class);
        learned.families().forEach((family, rows) -> neighbours.put(family, rows(rows.rows(), rows.inherited())));
        return new TrainingShop(part, neighbours, catalogue, settings.trendHalfLifeDays());
    }

    private List<List<Neighbour>> rows(Row[] rows, InheritedEdges[] inherited) {
        List<List<Neighbour>> byRank = new ArrayList<>(part.products());
        for (int rank = 0; rank < part.products(); rank++) {
            byRank.add(neighbours(rows[part.bookNumber(rank)]));
        }
        for (int target = 0; target < inherited.length; target++) {
            InheritedEdges edges = inherited[target];
            for (int at = 0; at < edges.size(); at++) {
                int source = part.rank(edges.sources()[at]);
                String via = part.book().productIds().get(edges.via()[at]);
                byRank.get(source).add(new Neighbour(part.rank(target), edges.scores()[at], 0, via, true));
            }
        }
        return byRank;
    }

    private List<Neighbour> neighbours(Row row) {
        List<Neighbour> neighbours = new ArrayList<>(row.size());
        for (int place = 0; place < row.size(); place++) {
            int rank = part.rank(row.products()[place]);
            if (rank >= 0) {
                neighbours.add(new Neighbour(rank, row.scores()[place], row.counts()[place], null, false));
            }
        }
        return neighbours;
    }
}
