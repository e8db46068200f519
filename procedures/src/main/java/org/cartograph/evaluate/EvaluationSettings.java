package org.cartograph.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.facts.OrderBook;
import org.cartograph.graph.Instants;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * What is evaluated.
 *
 * @param tasks the experiments; all by default
 * @param methods the ways of ranking; all by default
 * @param trainingShare share of the orders that is training, the oldest: 0.1 to 0.99, default 0.8
 * @param trainingUntil moment from which orders are test, instead of a share; or null
 * @param k length of the list that is judged: 1 to 100, default 10
 * @param mostSamples test orders of a task, drawn with the seed when there are more: 1 to a billion, default all
 * @param seed of that draw
 * @param parameters to try instead of the shop's own; the shape of a build's configuration and of {@code recommend}
 * @param threads how many work at once: 1 to 64, default one per core
 */
public record EvaluationSettings(
        Set<Task> tasks,
        List<String> methods,
        double trainingShare,
        @Nullable Instant trainingUntil,
        int k,
        int mostSamples,
        long seed,
        Map<String, Object> parameters,
        int threads) {

    static final String CARTOGRAPH = "cartograph";
    static final String WITH_RULES = "cartograph+rules";
    static final String POPULARITY = "popularity";
    static final String CATEGORY = "category";
    /** Cartograph without the edges that new products inherit: what the measure of warm products is held against. */
    static final String WITHOUT_NEW = "cartograph without new products";

    private static final List<String> METHODS = List.of(CARTOGRAPH, WITH_RULES, WITHOUT_NEW, POPULARITY, CATEGORY);
    private static final Set<String> KEYS =
            Set.of("tasks", "methods", "splitAt", "k", "mostSamples", "seed", "parameters", "threads");

    /** Reads a configuration map. */
    public static EvaluationSettings of(@Nullable Map<String, Object> config) {
        Settings settings = Settings.of(config, KEYS);
        Object splitAt = config == null ? null : config.get("splitAt");
        Instant until = Instants.of(splitAt);
        Long seed = settings.wholeNumber("seed");
        return new EvaluationSettings(
                tasks(settings),
                methods(settings),
                until == null ? share(settings, splitAt) : 0,
                until,
                settings.integer("k", 10, 1, 100),
                settings.integer("mostSamples", 1_000_000_000, 1, 1_000_000_000),
                seed == null ? 0 : seed,
                settings.map("parameters"),
                settings.integer("threads", Math.min(64, Runtime.getRuntime().availableProcessors()), 1, 64));
    }

    private static double share(Settings settings, @Nullable Object splitAt) {
        if (splitAt != null && !(splitAt instanceof Number)) {
            throw settings.refusal("splitAt", "a share of the orders between 0.1 and 0.99, or a datetime", splitAt);
        }
        return settings.decimal("splitAt", 0.8, 0.1, 0.99);
    }

    static Set<Task> tasks(Settings settings) {
        List<String> known = Arrays.stream(Task.values()).map(Task::key).toList();
        Set<Task> tasks = EnumSet.noneOf(Task.class);
        List<String> wanted = named(settings, "tasks", known);
        Arrays.stream(Task.values()).filter(task -> wanted.contains(task.key())).forEach(tasks::add);
        return tasks;
    }

    private static List<String> methods(Settings settings) {
        return named(settings, "methods", METHODS);
    }

    private static List<String> named(Settings settings, String key, List<String> known) {
        List<String> names = new ArrayList<>(settings.has(key) ? settings.texts(key) : known);
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("`" + key + "` must hold only " + String.join(", ", known)
                        + ", but held " + Shown.of(name) + "." + Suggestion.of(name, known));
            }
        }
        if (names.isEmpty()) {
            throw settings.refusal(key, "a list with at least one of " + String.join(", ", known), names);
        }
        return names;
    }

    /** How many orders of the book are training. */
    int cut(OrderBook book) {
        if (trainingUntil == null) {
            return (int) Math.floor(trainingShare * book.orders().size());
        }
        long until = trainingUntil.getEpochSecond();
        return (int)
                book.orders().stream().filter(order -> order.time() < until).count();
    }
}
