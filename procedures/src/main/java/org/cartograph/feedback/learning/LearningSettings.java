package org.cartograph.feedback.learning;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.ShopParameters;
import org.cartograph.settings.Settings;
import org.cartograph.similarity.Forgetting;
import org.jspecify.annotations.Nullable;

/**
 * How one round of learning goes.
 *
 * @param limit recommendations that it learns from at most: 1 to 1,000,000, default 10,000
 * @param forgetting days after which an outcome counts half: 0.1 (little but today's) to 3,650 (all alike), default 60
 * @param credit what an outcome is worth
 */
public record LearningSettings(int limit, Forgetting forgetting, Credit credit) {
    /** The key of these settings among the shop's parameters. */
    public static final String KEY = "learning";

    private static final Set<String> KEYS = Set.of("limit", "halfLifeDays", "credit");

    /**
     * Reads a configuration map over the shop's own parameters; what neither gives has its default.
     *
     * @param parameters the shop's, which may hold a map {@code learning} of the same keys
     */
    public static LearningSettings of(@Nullable Map<String, Object> config, Map<String, Object> parameters) {
        Settings.of(config, KEYS);
        Map<String, Object> own = new LinkedHashMap<>(parameters);
        own.keySet().retainAll(Set.of(KEY));
        Map<String, Object> standing = Settings.of(own, Set.of(KEY)).map(KEY);
        Settings settings = Settings.of(ShopParameters.over(standing, config == null ? Map.of() : config), KEYS);
        return new LearningSettings(
                settings.integer("limit", 10_000, 1, 1_000_000),
                new Forgetting(settings.decimal("halfLifeDays", 60, 0.1, 3_650)),
                Credit.of(settings.nested("credit", Credit.KEYS)));
    }
}
