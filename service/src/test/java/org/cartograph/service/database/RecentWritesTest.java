package org.cartograph.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Bookmark;

final class RecentWritesTest {

    private static final Bookmark ORDER = Bookmark.from("order");
    private static final Bookmark CLICK = Bookmark.from("click");

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final RecentWrites recent = new RecentWrites(() -> now);

    @Test
    void remembersWhatWasWrittenLast() {
        recent.updateBookmarks(Set.of(), Set.of(ORDER));
        recent.updateBookmarks(Set.of(ORDER), Set.of(CLICK));

        assertThat(recent.getBookmarks()).containsExactly(CLICK);
    }

    @Test
    void remembersBothOfTwoThatWereWrittenAtOnce() {
        recent.updateBookmarks(Set.of(), Set.of(ORDER));
        recent.updateBookmarks(Set.of(), Set.of(CLICK));

        assertThat(recent.getBookmarks()).containsExactlyInAnyOrder(ORDER, CLICK);
    }

    @Test
    void forgetsWhatEveryServerMustHaveByNow() {
        recent.updateBookmarks(Set.of(), Set.of(ORDER));
        now = now.plusSeconds(40);
        recent.updateBookmarks(Set.of(), Set.of(CLICK));
        now = now.plusSeconds(40);

        assertThat(recent.getBookmarks()).containsExactly(CLICK);
    }
}
