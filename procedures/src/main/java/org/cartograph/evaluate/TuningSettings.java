package org.cartograph.evaluate;

import java.util.Map;
import java.util.Set;
import org.cartograph.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * How long and on what parameters are tuned.
 *
 * @param tasks by which figures parameters are judged; all by default
 * @param maxSeconds after which the best found so far is taken: 1 to 86,400, default 600
 * @param dryRun whether the winner is only reported
 * @param splitAt share of the orders, from the oldest, that tuning may look at: 0.1 to 1, default 0.8, so that an
 *     evaluation's test part stays unseen; its last fifth is what the choice is made on
 * @param mostSamples test orders of a task, drawn with the seed when there are more: 1 to a million, default 10,000
 * @param seed of that draw
 * @param threads how many work at once: 1 to 64, default one per core
 */
public record TuningSettings(
        Set<Task> tasks, int maxSeconds, boolean dryRun, double splitAt, int mostSamples, long seed, int threads) {
    private static final Set<String> KEYS =
            Set.of("tasks", "maxSeconds", "dryRun", "splitAt", "mostSamples", "seed", "threads");

    /** Reads a configuration map. */
    public static TuningSettings of(@Nullable Map<String, Object> config) {
        Settings settings = Settings.of(config, KEYS);
        Long seed = settings.wholeNumber("seed");
        return new TuningSettings(
                EvaluationSettings.tasks(settings),
                settings.integer("maxSeconds", 600, 1, 86_400),
                settings.flag("dryRun", false),
                settings.decimal("splitAt", 0.8, 0.1, 1),
                settings.integer("mostSamples", 10_000, 1, 1_000_000),
                seed == null ? 0 : seed,
                settings.integer("threads", Math.min(64, Runtime.getRuntime().availableProcessors()), 1, 64));
    }
}
