package org.cartograph.service.database;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.BookmarkManager;

/**
 * What this service has written of late, so that a read that has to see it can wait for a server that is behind.
 *
 * <p>Forgotten after a minute: no server that is of use is further behind, and a database that was restored from a backup
 * would wait in vain for what it never gets.
 */
final class RecentWrites implements BookmarkManager {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final transient InstantSource clock;
    private final transient Map<Bookmark, Instant> writes = new HashMap<>();

    RecentWrites(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void updateBookmarks(Set<Bookmark> before, Set<Bookmark> after) {
        writes.keySet().removeAll(before);
        after.forEach(write -> writes.put(write, clock.instant()));
    }

    @Override
    public synchronized Set<Bookmark> getBookmarks() {
        Instant oldest = clock.instant().minus(REMEMBERED);
        writes.values().removeIf(written -> written.isBefore(oldest));
        return Set.copyOf(writes.keySet());
    }
}
