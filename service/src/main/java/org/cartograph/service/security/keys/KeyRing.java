package org.cartograph.service.security.keys;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cartograph.service.security.Mode;
import org.cartograph.service.security.SecuritySettings;
import org.springframework.stereotype.Component;

/**
 * The keys that are good now, in memory. What the graph said last stays true while the database is away.
 *
 * <p>A key made or revoked here counts at once; at other services when they read the graph the next time.
 */
@Component
public final class KeyRing {

    private static final KeyHash NOBODYS = KeyHash.of("nobody's");

    private final Map<String, ApiKey> configured;
    private final boolean browsersOnly;
    private volatile Map<String, ApiKey> ofGraph = Map.of();
    private volatile Set<String> origins = Set.of();
    private volatile boolean read;
    private long changes;

    KeyRing(SecuritySettings settings) {
        this.configured = ConfiguredKeys.of(settings);
        this.browsersOnly = settings.mode() == Mode.OAUTH2;
        this.origins = originsOf(configured.values().stream());
    }

    /** The key that this is the text of, if it is good. */
    Optional<ApiKey> find(KeyText text) {
        ApiKey key = configured.getOrDefault(text.id(), ofGraph.get(text.id()));
        boolean same = text.hash().matches(key == null ? NOBODYS : key.hash());
        return Optional.ofNullable(key)
                .filter(found -> same && found.isForBrowsers() == text.isForBrowsers())
                .filter(found -> found.isForBrowsers() || !browsersOnly);
    }

    /** Whether a key that was not found may still be a good one, because the graph was not read yet. */
    boolean mayHold(KeyText text) {
        return !read && !configured.containsKey(text.id()) && (text.isForBrowsers() || !browsersOnly);
    }

    /** Whether the graph was read. */
    boolean isRead() {
        return read;
    }

    boolean isConfigured(String id) {
        return configured.containsKey(id);
    }

    List<ApiKey> configured() {
        return List.copyOf(configured.values());
    }

    /** Keys of the graph that are good. */
    int size() {
        return ofGraph.size();
    }

    /** All pages that may use a browser's key: what a browser asks about before it sends one. */
    public Set<String> origins() {
        return origins;
    }

    /** Changes so far, to be noted before the graph is read. */
    synchronized long changes() {
        return changes;
    }

    /**
     * Replaces what is known of the graph.
     *
     * @param before the changes when the reading began: what was read before the last of them is out of date
     * @return whether it counts
     */
    synchronized boolean replace(List<ApiKey> keys, long before) {
        if (before != changes) {
            return false;
        }
        Map<String, ApiKey> now = new HashMap<>();
        keys.forEach(key -> now.put(key.id(), key));
        become(now);
        read = true;
        return true;
    }

    synchronized void add(ApiKey key) {
        Map<String, ApiKey> now = new HashMap<>(ofGraph);
        now.put(key.id(), key);
        changes++;
        become(now);
    }

    synchronized void remove(String id) {
        Map<String, ApiKey> now = new HashMap<>(ofGraph);
        now.remove(id);
        changes++;
        become(now);
    }

    private void become(Map<String, ApiKey> now) {
        ofGraph = Map.copyOf(now);
        origins = originsOf(Stream.concat(configured.values().stream(), now.values().stream()));
    }

    private static Set<String> originsOf(Stream<ApiKey> keys) {
        Set<String> origins = new HashSet<>();
        keys.forEach(key -> origins.addAll(key.origins()));
        return Set.copyOf(origins);
    }
}
