package org.cartograph.graph;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A map of bounded size that many threads use, which forgets what nobody has asked for.
 *
 * <p>There are two generations. What is put or found goes into the younger; when that is full it becomes the older, and
 * the former older one is forgotten whole. So nothing need be kept in the order of its use, and a look costs two look-ups
 * in a hash map at most.
 *
 * @param <V> what is kept; must hold nothing of a transaction, because it outlives them
 */
public final class Generations<V> {
    private final long capacity;
    private final ToIntFunction<V> size;

    private static final class Both<V> {
        private final ConcurrentMap<Long, V> young = new ConcurrentHashMap<>();
        private final ConcurrentMap<Long, V> old;
        private final AtomicLong filled = new AtomicLong();

        Both(ConcurrentMap<Long, V> old) {
            this.old = old;
        }
    }

    private volatile Both<V> both = new Both<>(new ConcurrentHashMap<>());

    /**
     * An empty map.
     *
     * @param capacity the most that is kept, in the unit of {@code size}; a little more while it changes generations
     */
    public Generations(long capacity, ToIntFunction<V> size) {
        this.capacity = Math.max(2, capacity);
        this.size = size;
    }

    /** What is kept under a number, or null. */
    public @Nullable V get(long key) {
        Both<V> now = both;
        V found = now.young.get(key);
        if (found == null) {
            found = now.old.get(key);
            if (found != null) {
                put(key, found);
            }
        }
        return found;
    }

    /** Keeps something, in place of what was kept under the number before. */
    public void put(long key, V value) {
        Both<V> now = both;
        V before = now.young.put(key, value);
        int added = size.applyAsInt(value) - (before == null ? 0 : size.applyAsInt(before));
        if (now.filled.addAndGet(added) > capacity / 2) {
            synchronized (this) {
                if (both == now) {
                    both = new Both<>(now.young);
                }
            }
        }
    }

    /** Forgets everything. */
    public void clear() {
        both = new Both<>(new ConcurrentHashMap<>());
    }

    /** How many things are kept, those in both generations counted twice. */
    public int count() {
        Both<V> now = both;
        return now.young.size() + now.old.size();
    }
}
