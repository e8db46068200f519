package org.cartograph.merchandise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** The rules as merchandisers set, drop and list them, inside the caller's transaction. */
public final class RuleStore {
    static final int MOST = 1000;

    private final Transaction transaction;
    private final Boxes boxes;
    private final Function<Node, Map<String, List<String>>> attributes;

    /**
     * A store for the rules of some boxes.
     *
     * @param pages names of placements by context: what a rule may name
     * @param attributes reads a product's values by attribute key, the categories above its own among them
     */
    public RuleStore(
            Transaction transaction,
            Map<String, List<String>> pages,
            Function<Node, Map<String, List<String>>> attributes) {
        this.transaction = transaction;
        this.boxes = new Boxes(pages);
        this.attributes = attributes;
    }

    /**
     * A rule as it stands.
     *
     * @param state whether it acts now
     * @param missing product ids, and attributes as {@code key=value}, that the graph does not know (yet)
     * @param createdAt when its name was first used, or null when a hand made it
     */
    public record Standing(
            Rule rule,
            Period.State state,
            List<String> missing,
            @Nullable Instant createdAt,
            Node node) {}

    /**
     * Makes a rule, or puts another one in its place.
     *
     * @throws IllegalArgumentException when it means nothing or contradicts another; then nothing has changed
     */
    public Standing set(@Nullable String name, @Nullable Map<String, Object> config) {
        Rule rule = RuleConfig.read(name, config, boxes);
        RuleBooks.lock(transaction);
        List<Rule> others = RuleNodes.all(transaction).stream()
                .filter(other -> !other.name().equals(rule.name()))
                .toList();
        if (others.size() >= MOST) {
            throw new IllegalArgumentException("`name` must be one of the " + MOST
                    + " rules that there are at most, but was a new one: drop those that are over.");
        }
        new Contradictions(boxes, this::attributesOf).check(rule, others);
        Node node = node(rule.name());
        if (node == null) {
            node = transaction.createNode(RuleNodes.RULE);
        }
        RuleNodes.write(node, rule);
        return standing(rule, node, Instant.now());
    }

    /**
     * Drops a rule.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public void drop(@Nullable String name) {
        String checked = Names.checked(name);
        Node node = node(checked);
        if (node == null) {
            throw Names.unknown(
                    "rule",
                    checked,
                    RuleNodes.all(transaction).stream().map(Rule::name).toList());
        }
        RuleBooks.lock(transaction);
        node.delete();
    }

    /** Every rule, in the order in which they win. */
    public List<Standing> list() {
        Instant now = Instant.now();
        List<Standing> standing = new ArrayList<>();
        try (ResourceIterator<Node> nodes = transaction.findNodes(RuleNodes.RULE)) {
            while (nodes.hasNext()) {
                Node node = nodes.next();
                Rule rule = RuleNodes.of(node);
                if (rule != null) {
                    standing.add(standing(rule, node, now));
                }
            }
        }
        standing.sort(Comparator.comparing(Standing::rule, Rule.ORDER));
        return standing;
    }

    private Standing standing(Rule rule, Node node, Instant now) {
        List<String> missing = new ArrayList<>();
        rule.selector().products().stream()
                .filter(id -> transaction.findNode(GraphModel.PRODUCT, "id", id) == null)
                .forEach(missing::add);
        rule.selector()
                .attributes()
                .forEach((key, values) -> values.stream()
                        .filter(value -> !isAttribute(key, value))
                        .forEach(value -> missing.add(key + "=" + value)));
        return new Standing(
                rule,
                rule.period().state(now),
                missing,
                Instants.of(node.getProperty(RuleNodes.CREATED_AT, null)),
                node);
    }

    private boolean isAttribute(String key, String value) {
        try (ResourceIterator<Node> found =
                transaction.findNodes(GraphModel.ATTRIBUTE, Map.of("key", key, "value", value))) {
            return found.hasNext();
        }
    }

    private @Nullable Node node(String name) {
        return transaction.findNode(RuleNodes.RULE, RuleNodes.NAME, name);
    }

    private Map<String, List<String>> attributesOf(String productId) {
        Node product = transaction.findNode(GraphModel.PRODUCT, "id", productId);
        return product == null ? Map.of() : attributes.apply(product);
    }
}
