package org.cartograph.placement;

import java.util.Map;
import org.cartograph.graph.ShopParameters;
import org.neo4j.graphdb.Transaction;

/**
 * The settings that count at this moment: the pages as the shop's people changed them, over the shop's parameters, over
 * the defaults in code.
 *
 * <p>The last ones are kept, because most answers find the graph unchanged: what was stored is read every time and
 * compared, so that no answer is given by settings that are no more.
 */
public final class CurrentSettings {
    private static volatile Kept kept = new Kept(Map.of(), RecommendSettings.of(Map.of()));

    private CurrentSettings() {}

    private record Kept(Map<String, Object> stored, RecommendSettings settings) {}

    /**
     * The settings as they would be with something else over them.
     *
     * @param changes of the keys that {@link RecommendSettings#KEY} holds among the shop's parameters
     * @throws IllegalArgumentException when these make no sense together
     */
    public static RecommendSettings with(Transaction transaction, Map<String, Object> changes) {
        return RecommendSettings.of(ShopParameters.over(stored(transaction), Map.of(RecommendSettings.KEY, changes)));
    }

    private static Map<String, Object> stored(Transaction transaction) {
        return ShopParameters.over(ShopParameters.read(transaction), new ContextStore(transaction).read());
    }

    /** The settings, as this transaction sees them. */
    public static RecommendSettings read(Transaction transaction) {
        Map<String, Object> stored = stored(transaction);
        Kept last = kept;
        if (last.stored().equals(stored)) {
            return last.settings();
        }
        RecommendSettings settings = RecommendSettings.of(stored);
        kept = new Kept(stored, settings);
        return settings;
    }
}
