package org.cartograph.merchandise;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Rules as nodes: {@code (:Rule {name, action, products, `attributes.<key>`, contexts, placements, rank, factor, priority,
 * floor, from, until, note, createdAt})}.
 */
final class RuleNodes {
    static final Label RULE = Label.label("Rule");
    static final String NAME = "name";
    static final String CREATED_AT = "createdAt";
    private static final String ATTRIBUTES = "attributes.";

    private RuleNodes() {}

    /** The rules of the shop; a node that says no action is none. */
    static List<Rule> all(Transaction transaction) {
        List<Rule> rules = new ArrayList<>();
        try (ResourceIterator<Node> nodes = transaction.findNodes(RULE)) {
            while (nodes.hasNext()) {
                Rule rule = of(nodes.next());
                if (rule != null) {
                    rules.add(rule);
                }
            }
        }
        return rules;
    }

    /** The rule of a node, or null when it says no action. */
    static @Nullable Rule of(Node node) {
        Map<String, Object> properties = node.getAllProperties();
        Action action = Action.of(String.valueOf(properties.get("action")));
        if (action == null) {
            return null;
        }
        Map<String, Set<String>> attributes = new TreeMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(ATTRIBUTES)) {
                attributes.put(key.substring(ATTRIBUTES.length()), texts(value));
            }
        });
        return new Rule(
                String.valueOf(properties.get(NAME)),
                action,
                new Selector(texts(properties.get("products")), Collections.unmodifiableMap(attributes)),
                texts(properties.get("contexts")),
                texts(properties.get("placements")),
                (int) number(properties.get("rank"), 0),
                action == Action.MARGIN ? number(properties.get("priority"), 0) : number(properties.get("factor"), 1),
                number(properties.get("floor"), Double.NEGATIVE_INFINITY),
                Period.of(node),
                properties.get("note") instanceof String note ? note : null);
    }

    /** Makes a node say this rule and nothing else; when it was made stays. */
    static void write(Node node, Rule rule) {
        Object createdAt = node.getProperty(CREATED_AT, ZonedDateTime.now(ZoneOffset.UTC));
        node.getAllProperties().keySet().forEach(node::removeProperty);
        node.setProperty(NAME, rule.name());
        node.setProperty("action", rule.action().key());
        write(node, "products", rule.selector().products());
        rule.selector().attributes().forEach((key, values) -> write(node, ATTRIBUTES + key, values));
        write(node, "contexts", rule.contexts());
        write(node, "placements", rule.placements());
        switch (rule.action()) {
            case HIDE -> {}
            case PIN -> node.setProperty("rank", (long) rule.rank());
            case BOOST, BURY -> node.setProperty("factor", rule.factor());
            case MARGIN -> node.setProperty("priority", rule.factor());
        }
        if (rule.floor() > Double.NEGATIVE_INFINITY) {
            node.setProperty("floor", rule.floor());
        }
        rule.period().write(node);
        if (rule.note() != null) {
            node.setProperty("note", rule.note());
        }
        node.setProperty(CREATED_AT, createdAt);
    }

    private static void write(Node node, String key, Collection<String> texts) {
        if (!texts.isEmpty()) {
            node.setProperty(key, texts.toArray(String[]::new));
        }
    }

    private static double number(@Nullable Object value, double standard) {
        return value instanceof Number number ? number.doubleValue() : standard;
    }

    private static Set<String> texts(@Nullable Object value) {
        return value instanceof String[] texts
                ? Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(texts)))
                : Set.of();
    }
}
