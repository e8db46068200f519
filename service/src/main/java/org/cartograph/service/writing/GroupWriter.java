package org.cartograph.service.writing;

import java.time.Duration;
import java.util.List;
import org.cartograph.service.database.Persistence;
import org.cartograph.service.database.WriteTransactions;

/**
 * Writes what belongs to several requests in one transaction. When an item cannot be written, the transaction is repeated
 * in halves, and these in halves, until that item stands alone and is rejected: log₂(n) times two transactions for it.
 */
final class GroupWriter {

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
        List<Group.Outcome<?>> outcomes = Persistence.outlast(
                failure -> Failure.of(failure) == Failure.PASSING, () -> transactions.write(patience, group::write));
        outcomes.forEach(Group.Outcome::settle);
    }
}
