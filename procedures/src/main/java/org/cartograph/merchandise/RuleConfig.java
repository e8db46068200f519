package org.cartograph.merchandise;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Suggestion;
import org.jspecify.annotations.Nullable;

/** Reads a rule from a configuration map, and refuses what would mean nothing. */
final class RuleConfig {
    static final int MOST_RANK = 100;
    private static final double MOST_BOOST = 10;
    private static final double LEAST_BURY = 0.01;
    private static final double STANDARD_BOOST = 2;
    private static final double STANDARD_BURY = 0.5;
    private static final int MOST_VALUES = 1000;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_VALUE = 256;

    private static final String RANK = "rank";
    private static final String FACTOR = "factor";
    private static final String PRIORITY = "priority";
    private static final String FLOOR = "floor";
    private static final String PRODUCTS = "products";
    private static final Set<String> KEYS = Set.of(
            "action",
            PRODUCTS,
            "categories",
            "brands",
            "attributes",
            "contexts",
            "placements",
            RANK,
            FACTOR,
            PRIORITY,
            FLOOR,
            "from",
            "until",
            "note");
    /** Which keys belong to one action alone. */
    private static final Map<String, Set<Action>> OF_ACTIONS = Map.of(
            RANK, Set.of(Action.PIN),
            FACTOR, Set.of(Action.BOOST, Action.BURY),
            PRIORITY, Set.of(Action.MARGIN),
            FLOOR, Set.of(Action.MARGIN));

    private final Settings settings;
    private final Boxes boxes;

    private RuleConfig(Settings settings, Boxes boxes) {
        this.settings = settings;
        this.boxes = boxes;
    }

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException with one sentence that names the key, what is allowed and what came
     */
    static Rule read(@Nullable String name, @Nullable Map<String, Object> config, Boxes boxes) {
        return new RuleConfig(Settings.of(config, KEYS), boxes).rule(Names.checked(name));
    }

    private Rule rule(String name) {
        Action action = action();
        OF_ACTIONS.forEach((key, actions) -> {
            if (settings.has(key) && !actions.contains(action)) {
                throw settings.refusal(
                        key, "left out, because it means nothing to `" + action.key() + "`", settings.value(key));
            }
        });
        Selector selector = selector();
        if (selector.isEmpty() && action != Action.MARGIN) {
            throw new IllegalArgumentException(
                    "`products`, `categories`, `brands` or `attributes` must say which products" + " to " + action.key()
                            + ", but none was given.");
        }
        Set<String> contexts = boxes.contexts(settings);
        return new Rule(
                name,
                action,
                selector,
                contexts,
                boxes.placements(settings, contexts),
                action == Action.PIN ? rank() : 0,
                factor(action),
                settings.has(FLOOR) ? settings.decimal(FLOOR, 0, -1e9, 1e9) : Double.NEGATIVE_INFINITY,
                Period.of(settings),
                Names.note(settings));
    }

    private Action action() {
        String word = settings.text("action");
        Action action = word == null ? null : Action.of(word);
        if (action == null) {
            String suggestion = word == null ? "" : Suggestion.of(word, Action.keys());
            throw new IllegalArgumentException(settings.refusal(
                                    "action", "one of " + String.join(", ", Action.keys()), word)
                            .getMessage()
                    + suggestion);
        }
        return action;
    }

    private int rank() {
        if (!settings.has(RANK)) {
            throw settings.refusal(RANK, "given for a pin, from 1 to " + MOST_RANK, null);
        }
        return settings.integer(RANK, 1, 1, MOST_RANK);
    }

    private double factor(Action action) {
        return switch (action) {
            case HIDE, PIN -> 1;
            case BOOST -> {
                double factor = settings.decimal(FACTOR, STANDARD_BOOST, 1, MOST_BOOST);
                if (factor == 1) {
                    throw settings.refusal(FACTOR, "a number above 1, up to 10, for a boost", settings.value(FACTOR));
                }
                yield factor;
            }
            case BURY -> {
                double factor = settings.decimal(FACTOR, STANDARD_BURY, LEAST_BURY, 1);
                if (factor == 1) {
                    throw settings.refusal(FACTOR, "a number from 0.01, below 1, for a bury", settings.value(FACTOR));
                }
                yield factor;
            }
            case MARGIN -> {
                if (!settings.has(PRIORITY) && !settings.has(FLOOR)) {
                    throw settings.refusal(PRIORITY, "given for a margin rule, from 0 to 1, or `floor`", null);
                }
                yield settings.decimal(PRIORITY, 0, 0, 1);
            }
        };
    }

    private Selector selector() {
        Map<String, Set<String>> attributes = new TreeMap<>();
        settings.textLists("attributes").forEach((key, values) -> {
            if (values.isEmpty() || key.isBlank() || key.length() > LONGEST_ID) {
                throw settings.refusal(
                        "attributes",
                        "a map of keys of 1 to 64 characters, each with at least one value",
                        key + ": " + values);
            }
            add(attributes, key, values);
        });
        add(attributes, "category", settings.texts("categories"));
        add(attributes, "brand", settings.texts("brands"));
        attributes.forEach((key, values) -> check(key, values, LONGEST_VALUE));
        Set<String> products = new LinkedHashSet<>(settings.texts(PRODUCTS));
        check(PRODUCTS, products, LONGEST_ID);
        return new Selector(products, attributes);
    }

    private static void add(Map<String, Set<String>> attributes, String key, Collection<String> values) {
        if (!values.isEmpty()) {
            attributes.computeIfAbsent(key, any -> new TreeSet<>()).addAll(values);
        }
    }

    private void check(String key, Collection<String> values, int longest) {
        if (values.size() > MOST_VALUES) {
            throw settings.refusal(key, "at most " + MOST_VALUES + " values", values.size());
        }
        for (String value : values) {
            if (value.isBlank() || value.length() > longest) {
                throw settings.refusal(key, "texts of 1 to " + longest + " characters", value);
            }
        }
    }
}
