package org.cartograph.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.cartograph.facts.Facts;
import org.cartograph.facts.Purchases;
import org.cartograph.graph.Family;
import org.cartograph.graph.Neighbour;
import org.cartograph.graph.NeighbourRow;
import org.cartograph.model.BuildSettings;
import org.cartograph.model.LearnedFamily;
import org.cartograph.model.LearningProgress;
import org.cartograph.model.ModelLearner;
import org.cartograph.similarity.InheritedEdges;
import org.cartograph.similarity.Repeats;
import org.cartograph.similarity.Replenishment;
import org.cartograph.similarity.Row;
import org.cartograph.work.Workers;

/**
 * Builds models from a training part, with the builder that also builds the graph's, and opens shops on them.
 *
 * <p>The last few families that were learned are kept: tuning changes one parameter at a time, and most leave most
 * families as they were.
 */
final class TrainedShops {
    private static final int MOST_KEPT = 16;

    private final TrainingPart part;
    private final TrainingCatalogue catalogue;
    private final Workers workers;
    private final List<Repeats> repeats;
    private final Map<List<Object>, List<NeighbourRow>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, List<NeighbourRow>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    TrainedShops(TrainingPart part, TrainingCatalogue catalogue, Workers workers) {
        this.part = part;
        this.catalogue = catalogue;
        this.workers = workers;
        this.repeats = repeats(part, catalogue);
    }

    /**
     * The shop whose neighbours were learned with these settings.
     *
     * @param families those that anyone will ask for
     */
    TrainingShop learn(BuildSettings settings, Set<Family> families) {
        Map<Family, List<NeighbourRow>> neighbours = new EnumMap<>(Family.class);
        for (Family family : families) {
            neighbours.put(
                    family, kept.computeIfAbsent(settings.determining(family), key -> learnOne(settings, family)));
        }
        return new TrainingShop(part, neighbours, catalogue, repeats, settings.trendHalfLifeDays());
    }

    private static List<Repeats> repeats(TrainingPart part, TrainingCatalogue catalogue) {
        Purchases purchases = part.book().first(part.cut(), part.removed(), 0);
        Repeats[] repeats = Replenishment.of(
                purchases.orders(), purchases.sequence(), catalogue.known().categories());
        return IntStream.range(0, part.products())
                .mapToObj(rank -> repeats[part.bookNumber(rank)])
                .toList();
    }

    private List<NeighbourRow> learnOne(BuildSettings settings, Family family) {
        Purchases purchases = part.book().first(part.cut(), part.removed(), settings.longestHistory());
        // Views have no place in the order of orders, so none are used.
        Facts facts = new Facts(purchases, catalogue.known(), Facts.noVisits(purchases.products()));
        LearnedFamily learned = ModelLearner.learn(facts, settings.only(family), workers, LearningProgress.silent())
                .of(family);
        return rows(learned.rows(), learned.inherited());
    }

    private List<NeighbourRow> rows(Row[] rows, InheritedEdges[] inherited) {
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
        return byRank.stream().map(NeighbourRow::new).toList();
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
