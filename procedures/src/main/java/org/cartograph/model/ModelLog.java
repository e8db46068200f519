package org.cartograph.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.Transactions;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** The Model nodes: which builds there were, with what parameters, from what data. */
public final class ModelLog {
    private static final String PARAMETERS = "parameters";
    private static final String MEAN_STARS = "meanStars";

    private ModelLog() {}

    /**
     * A build as its node remembers it.
     *
     * @param node the Model node
     * @param builtAt when the last edge was written
     */
    public record Entry(Node node, String id, Instant builtAt) {
        /** The settings of the build, as a configuration map. */
        Map<String, Object> parameters() {
            return CypherMapReader.read(String.valueOf(node.getProperty(PARAMETERS, "{}")));
        }

        /** Mean rating of the shop at that time, 0 when nobody had given stars. */
        double meanStars() {
            return node.getProperty(MEAN_STARS, 0.0) instanceof Number mean ? mean.doubleValue() : 0;
        }
    }

    static void write(GraphDatabaseService database, BuildReport report, BuildSettings settings) {
        Transactions.write(database, transaction -> {
            transaction.findNodes(GraphModel.CURRENT).stream()
                    .forEach(former -> former.removeLabel(GraphModel.CURRENT));
            Node model = transaction.createNode(GraphModel.MODEL, GraphModel.CURRENT);
            model.setProperty("id", report.modelId());
            model.setProperty("builtAt", report.builtAt());
            model.setProperty(PARAMETERS, settings.asText());
            model.setProperty("purchases", report.purchases());
            model.setProperty("products", report.products());
            model.setProperty("edges", report.edges());
            model.setProperty("metrics", report.metrics());
            model.setProperty(MEAN_STARS, report.meanStars());
        });
    }

    /** All builds, newest first. */
    public static List<Entry> all(Transaction transaction) {
        List<Entry> entries = new ArrayList<>();
        try (ResourceIterator<Node> models = transaction.findNodes(GraphModel.MODEL)) {
            while (models.hasNext()) {
                entries.add(entry(models.next()));
            }
        }
        entries.sort(
                Comparator.comparing(Entry::builtAt).thenComparing(Entry::id).reversed());
        return entries;
    }

    /** The newest build, found by its own label: every answer asks, and a shop may have built a thousand times. */
    public static Optional<Entry> newest(Transaction transaction) {
        try (ResourceIterator<Node> current = transaction.findNodes(GraphModel.CURRENT)) {
            return current.hasNext() ? Optional.of(entry(current.next())) : Optional.empty();
        }
    }

    private static Entry entry(Node model) {
        Instant builtAt = Instants.of(model.getProperty("builtAt", null));
        return new Entry(model, String.valueOf(model.getProperty("id", "")), builtAt == null ? Instant.EPOCH : builtAt);
    }
}
