package org.cartograph.service.writing;

import java.util.List;
import java.util.Locale;
import org.neo4j.driver.TransactionContext;

/**
 * Writes items of one kind in a transaction that it shares with others; one instance for a kind, which tells the kinds
 * apart.
 *
 * @param <I> an item, checked already
 */
public interface Batch<I> {

    /**
     * Writes items of several callers. May be called again with the same items when the transaction has to be repeated, and
     * with each alone when one of them cannot be written.
     *
     * @return what became of each, in their order
     */
    List<Written> write(TransactionContext transaction, List<I> items);

    /** Where this kind stands among the others of a transaction; the smallest is written first. */
    int order();

    /** The kind in metrics: one word, never anything of an item. */
    default String name() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
