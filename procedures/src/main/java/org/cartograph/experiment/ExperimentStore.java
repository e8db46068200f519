package org.cartograph.experiment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.NodeIds;
import org.cartograph.placement.CurrentSettings;
import org.cartograph.placement.RecommendSettings;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** The experiments as the shop's people create, start, stop, list and drop them, inside the caller's transaction. */
public final class ExperimentStore {
    static final int MOST_RUNNING = 20;
    private static final String MERGE = "MERGE (:Experiment {name: $name})";
    private static final String CREATED = "created";
    private static final String RUNNING = "running";
    private static final String STOPPED = "stopped";

    private final Transaction transaction;

    /** A store inside the caller's transaction. */
    public ExperimentStore(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * An experiment as it stands.
     *
     * @param status created, running or stopped
     * @param units how many met it
     * @param problem why it has no effect although it runs, or null
     */
    public record Standing(
            Experiment experiment,
            String status,
            @Nullable Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant stoppedAt,
            long units,
            @Nullable String problem,
            Node node) {
        /** Whether answers go by it. */
        public boolean isRunning() {
            return status.equals(RUNNING);
        }
    }

    /**
     * Creates an experiment, or replaces one that was not started yet.
     *
     * @throws IllegalArgumentException when it could not be run or measured; then nothing has changed
     */
    public Standing create(@Nullable String name, @Nullable Map<String, Object> config) {
        RecommendSettings current = CurrentSettings.read(transaction);
        Experiment experiment = ExperimentConfig.read(
                name, config, UUID.randomUUID().toString(), current.contexts().keySet());
        experiment.variants().forEach(variant -> VariantSettings.check(transaction, current, experiment, variant));
        // MERGE, because two may make the same experiment at once.
        transaction.execute(MERGE, Map.of("name", experiment.name())).close();
        Node node = locked(experiment.name());
        String status = status(node);
        if (!status.equals(CREATED)) {
            throw new IllegalArgumentException("`name` must be a new one, but " + experiment.name() + " is " + status
                    + ": what was measured would mean nothing if it changed.");
        }
        ExperimentNodes.write(node, experiment);
        node.setProperty(ExperimentNodes.STATUS, CREATED);
        node.setProperty(ExperimentNodes.CREATED_AT, ZonedDateTime.now(ZoneOffset.UTC));
        return standing(node, experiment, current);
    }

    /**
     * Starts an experiment.
     *
     * @throws IllegalArgumentException when it runs or ran already, when too many run, or when another one that runs
     *     changes the same boxes
     */
    public Standing start(@Nullable String name) {
        Node node = locked(name);
        if (!status(node).equals(CREATED)) {
            throw new IllegalArgumentException("`name` must be of an experiment that was not started yet, but " + name
                    + " is " + status(node) + ": create it again under another name.");
        }
        Experiment experiment = held(node);
        RecommendSettings current = CurrentSettings.read(transaction);
        experiment.variants().forEach(variant -> VariantSettings.check(transaction, current, experiment, variant));
        checkOthers(experiment);
        node.addLabel(ExperimentNodes.RUNNING);
        node.setProperty(ExperimentNodes.STATUS, RUNNING);
        node.setProperty(ExperimentNodes.STARTED_AT, ZonedDateTime.now(ZoneOffset.UTC));
        return standing(node, experiment, current);
    }

    private void checkOthers(Experiment experiment) {
        List<Experiment> running = new ArrayList<>();
        for (Node other : nodes()) {
            if (status(other).equals(RUNNING)) {
                running.add(held(other));
            }
        }
        if (running.size() >= MOST_RUNNING) {
            throw new IllegalArgumentException("At most " + MOST_RUNNING
                    + " experiments run at a time, and as many do: " + "stop one of them first.");
        }
        for (Experiment other : running) {
            if (Reach.of(experiment).meets(Reach.of(other))) {
                throw new IllegalArgumentException("`name` must be of an experiment that changes no box which another "
                        + "running one changes on the same page, but " + experiment.name() + " and " + other.name()
                        + " do: stop " + other.name() + ", or give them different contexts.");
            }
        }
    }

    /**
     * Stops an experiment for good.
     *
     * @throws IllegalArgumentException when it does not run
     */
    public Standing stop(@Nullable String name) {
        Node node = locked(name);
        if (!status(node).equals(RUNNING)) {
            throw new IllegalArgumentException(
                    "`name` must be of a running experiment, but " + name + " is " + status(node) + ".");
        }
        node.removeLabel(ExperimentNodes.RUNNING);
        node.setProperty(ExperimentNodes.STATUS, STOPPED);
        node.setProperty(ExperimentNodes.STOPPED_AT, ZonedDateTime.now(ZoneOffset.UTC));
        return standing(node, held(node), CurrentSettings.read(transaction));
    }

    /**
     * Drops an experiment and who met it.
     *
     * @throws IllegalArgumentException when there is none of that name, or when it runs
     */
    public void drop(@Nullable String name) {
        Node node = locked(name);
        if (status(node).equals(RUNNING)) {
            throw new IllegalArgumentException(
                    "`name` must be of an experiment that does not run, but " + name + " does: stop it first.");
        }
        node.getRelationships().forEach(exposed -> exposed.delete());
        node.delete();
    }

    /** Every experiment, the newest first. */
    public List<Standing> list() {
        RecommendSettings current = CurrentSettings.read(transaction);
        List<Standing> standing = new ArrayList<>();
        for (Node node : nodes()) {
            Experiment experiment = ExperimentNodes.read(node);
            if (experiment != null) {
                standing.add(standing(node, experiment, current));
            }
        }
        standing.sort(Comparator.comparing(
                        (Standing one) -> one.createdAt() == null ? Instant.EPOCH : one.createdAt(),
                        Comparator.reverseOrder())
                .thenComparing(one -> one.experiment().name()));
        return standing;
    }

    /**
     * One experiment.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public Standing get(@Nullable String name) {
        Node node = existing(name);
        return standing(node, held(node), CurrentSettings.read(transaction));
    }

    private Standing standing(Node node, Experiment experiment, RecommendSettings current) {
        String problem = null;
        for (Variant variant : experiment.variants()) {
            try {
                VariantSettings.check(transaction, current, experiment, variant);
            } catch (IllegalArgumentException refused) {
                problem = refused.getMessage();
            }
        }
        return new Standing(
                experiment,
                status(node),
                Instants.of(node.getProperty(ExperimentNodes.CREATED_AT, null)),
                Instants.of(node.getProperty(ExperimentNodes.STARTED_AT, null)),
                Instants.of(node.getProperty(ExperimentNodes.STOPPED_AT, null)),
                node.getDegree(GraphModel.EXPOSED, Direction.INCOMING),
                problem,
                node);
    }

    private static Experiment held(Node node) {
        Experiment experiment = ExperimentNodes.read(node);
        if (experiment == null) {
            throw new IllegalArgumentException("`name` must be of an experiment that was created here, but "
                    + node.getProperty(ExperimentNodes.NAME, "it") + " has no variants.");
        }
        return experiment;
    }

    /** The node, with all of them locked in their order: whether one may start depends on the others. */
    private Node locked(@Nullable String name) {
        existing(name);
        nodes().forEach(transaction::acquireWriteLock);
        // Whoever had the locks before may have dropped it.
        return existing(name);
    }

    private Node existing(@Nullable String name) {
        Node node = name == null ? null : find(name);
        if (node == null) {
            throw Names.unknown(
                    name,
                    nodes().stream()
                            .map(one -> String.valueOf(one.getProperty(ExperimentNodes.NAME, "")))
                            .toList());
        }
        return node;
    }

    private @Nullable Node find(String name) {
        return transaction.findNode(GraphModel.EXPERIMENT, ExperimentNodes.NAME, name);
    }

    private List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        try (ResourceIterator<Node> found = transaction.findNodes(GraphModel.EXPERIMENT)) {
            found.forEachRemaining(nodes::add);
        }
        nodes.sort(Comparator.comparingLong(NodeIds::of));
        return nodes;
    }

    private static String status(Node node) {
        return String.valueOf(node.getProperty(ExperimentNodes.STATUS, CREATED));
    }
}
