package org.cartograph.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cartograph.graph.Family;
import org.cartograph.graph.Neighbour;
import org.cartograph.model.BuildSettings;
import org.cartograph.model.InterimLearner;
import org.cartograph.similarity.Row;
import org.cartograph.work.Workers;

/** Builds a model from a training part, with the builder that also builds the graph's, and opens a shop on it. */
final class TrainedShops {
    private final TrainingPart part;
    private final CatalogueView catalogue;
    private final Workers workers;

    TrainedShops(TrainingPart part, CatalogueView catalogue, Workers workers) {
        this.part = part;
        this.catalogue = catalogue;
        this.workers = workers;
    }

    /** The shop whose neighbours were learned with these settings. */
    TrainingShop learn(BuildSettings settings) {
        Map<Family, Row[]> learned = InterimLearner.learn(
                part.book().first(part.cut(), part.removed(), settings.longestHistory()), settings, workers);
        Map<Family, List<List<Neighbour>>> neighbours = new EnumMap<>(Family.class);
        learned.forEach((family, rows) -> neighbours.put(family, rows(rows)));
        return new TrainingShop(part, neighbours, catalogue);
    }

    private List<List<Neighbour>> rows(Row[] rows) {
        List<List<Neighbour>> byRank = new ArrayList<>(part.products());
        for (int rank = 0; rank < part.products(); rank++) {
            byRank.add(neighbours(rows[part.bookNumber(rank)]));
        }
        return byRank;
    }

    private List<Neighbour> neighbours(Row row) {
        List<Neighbour> neighbours = new ArrayList<>(row.size());
        for (int place = 0; place < row.size(); place++) {
            int rank = part.rank(row.products()[place]);
            if (rank >= 0) {
                neighbours.add(new Neighbour(rank, row.scores()[place], row.counts()[place], null));
            }
        }
        return neighbours;
    }
}
