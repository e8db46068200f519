package org.cartograph.service.writing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.cartograph.service.database.WriteTransactions;

/**
 * Writes what belongs to several requests in one transaction. When an item cannot be written, the transaction is repeated
 * in halves, and these in halves, until that item stands alone and is rejected: log₂(n) times two transactions for it.
 */
final class GroupWriter {

    /** With pauses of 10, 20, 40 and 80 ms between them, and up to half as much again by chance. */
    private static final int TRIES = 5;

    private static final long FIRST_PAUSE_MILLIS = 10;

    private final WriteTransactions transactions;
    private final Duration patience;

    /**
     * A writer for one thread.
     *
     * @param patience time of one transaction
     */
    GroupWriter(WriteTransactions transactions, Duration patience) {
        this.transactions = transactions;
        this.patience = patience;
    }

    /**
     * Writes and settles items.
     *
     * @throws RuntimeException when the database fails; what is not settled by then may be written or not
     */
    void write(Group group) {
        try {
            commit(group);
        } catch (RuntimeException failure) {
            if (Failure.of(failure) != Failure.OF_AN_ITEM) {
                throw failure;
            }
            if (group.size() == 1) {
                group.reject(Failure.sentence(failure));
            } else {
                group.halves().forEach(this::write);
            }
        }
    }

    private void commit(Group group) {
        for (int tried = 1; ; tried++) {
            try {
                List<Group.Outcome<?>> outcomes = transactions.write(patience, group::write);
                outcomes.forEach(Group.Outcome::settle);
                return;
            } catch (RuntimeException failure) {
                if (tried == TRIES
                        || Failure.of(failure) != Failure.PASSING
                        || !slept(FIRST_PAUSE_MILLIS << (tried - 1))) {
                    throw failure;
                }
            }
        }
    }

    /** False when the service is stopping meanwhile. */
    private static boolean slept(long millis) {
        try {
            Thread.sleep(millis + ThreadLocalRandom.current().nextLong(millis / 2));
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
