package org.cartograph.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cartograph.facts.ProductMarks;
import org.cartograph.graph.NodeIds;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/**
 * Which products need new rows: those without any, those whose purchases moved by more than one and by more than 5 %,
 * those that were marked, and those with any new purchase whose rows are older than a day.
 */
final class DueProducts {
    private DueProducts() {}

    /**
     * A product that needs new rows.
     *
     * @param described whether it may be another thing than it was: it is new, or was marked
     */
    record Due(int product, boolean described, double urgency, Instant rowsAt) {}

    /** New products first, then those that moved most, of those equal the one with the oldest rows. */
    static List<Due> of(Transaction transaction, ProductMarks marks, Instant builtAt, Instant now) {
        List<Due> due = new ArrayList<>();
        for (int product = 0; product < marks.lines().length; product++) {
            try {
                Node node = NodeIds.node(transaction, marks.products().nodes()[product]);
                RowStamp stamp = RowStamp.of(node);
                long changedAt = marks.changedAt()[product];
                double urgency = stamp.urgency(marks.lines()[product], changedAt, builtAt, now);
                if (urgency > 0) {
                    due.add(new Due(product, stamp.isOfAnother(changedAt), urgency, stamp.rowsAt()));
                }
            } catch (NotFoundException deletedMeanwhile) {
                // The next refresh finds that a product is missing, and reads everything.
            }
        }
        due.sort(Comparator.comparingDouble(Due::urgency)
                .reversed()
                .thenComparing(Due::rowsAt)
                .thenComparingInt(Due::product));
        return due;
    }
}
