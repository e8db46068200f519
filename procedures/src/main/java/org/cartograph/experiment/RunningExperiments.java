package org.cartograph.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cartograph.graph.NodeIds;
import org.cartograph.placement.RecommendSettings;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * The experiments that answers go by at this moment, each with the settings of its variants.
 *
 * <p>Which ones run is read for every answer, by a label that only they have; what they are is kept by their salt, because a
 * running one does not change. The settings of variants are kept for as long as the shop's own stay the same.
 */
final class RunningExperiments {
    private static final int MOST_KEPT = 1_000;
    private static final Map<String, Kept> KEPT = new ConcurrentHashMap<>();

    private RunningExperiments() {}

    /**
     * An experiment that runs.
     *
     * @param node its number in the graph
     * @param settings by variant
     */
    record Running(long node, Experiment experiment, Map<String, RecommendSettings> settings) {
        RecommendSettings settingsOf(Variant variant) {
            RecommendSettings own = settings.get(variant.name());
            if (own == null) {
                throw new IllegalStateException("Variant " + variant.name() + " has no settings.");
            }
            return own;
        }
    }

    /** @param running null when the shop's settings have changed so that a variant would not be valid any more */
    private record Kept(RecommendSettings current, @Nullable Running running) {}

    /** Those that act on a page, in the order of their names. */
    static List<Running> on(String context, Transaction transaction, RecommendSettings current) {
        List<Running> all = List.of();
        try (ResourceIterator<Node> nodes = transaction.findNodes(ExperimentNodes.RUNNING)) {
            while (nodes.hasNext()) {
                Running running = running(nodes.next(), transaction, current);
                if (running != null && running.experiment().actsOn(context)) {
                    all = all.isEmpty() ? new ArrayList<>() : all;
                    all.add(running);
                }
            }
        }
        if (all.size() > 1) {
            all.sort(Comparator.comparing(running -> running.experiment().name()));
        }
        return all;
    }

    /** The shop's settings are the same object until they change, see {@code CurrentSettings}. */
    @SuppressWarnings("ReferenceEquality")
    private static @Nullable Running running(Node node, Transaction transaction, RecommendSettings current) {
        String salt = String.valueOf(node.getProperty(ExperimentNodes.SALT, ""));
        Kept kept = KEPT.get(salt);
        if (kept != null && kept.current() == current) {
            return kept.running();
        }
        Experiment experiment = ExperimentNodes.read(node);
        if (experiment == null) {
            return null;
        }
        Running running = valid(node, experiment, transaction, current);
        if (KEPT.size() >= MOST_KEPT) {
            KEPT.clear();
        }
        KEPT.put(salt, new Kept(current, running));
        return running;
    }

    /** An experiment one of whose variants cannot be answered any more has no effect: the others would not be comparable. */
    private static @Nullable Running valid(
            Node node, Experiment experiment, Transaction transaction, RecommendSettings current) {
        Map<String, RecommendSettings> settings = new ConcurrentHashMap<>();
        try {
            for (Variant variant : experiment.variants()) {
                VariantSettings.check(transaction, current, experiment, variant);
                settings.put(variant.name(), VariantSettings.of(transaction, current, variant));
            }
        } catch (IllegalArgumentException noMore) {
            return null;
        }
        return new Running(NodeIds.of(node), experiment, Map.copyOf(settings));
    }
}
