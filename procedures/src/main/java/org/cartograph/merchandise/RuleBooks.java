package org.cartograph.merchandise;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Keeps the rules between answers.
 *
 * <p>Whoever sets or drops a rule also writes a new edition, which is no other's in the world, to the one node with the
 * label RuleBook: an answer reads that node, and the rules only when it does not know the edition. So a rule acts on the
 * next request, and 200 rules cost no more than one.
 */
final class RuleBooks {
    static final int SECONDS_KEPT = 10;
    private static final int MILLIS_AT_FIRST = 50;
    private static final int MOST_KEPT = 16;
    private static final Label RULE_BOOK = Label.label("RuleBook");
    private static final String NEW_EDITION = "MERGE (b:RuleBook {id: 1}) SET b.edition = randomUUID()";

    private static final Map<String, Kept> KEPT = new ConcurrentHashMap<>();

    private RuleBooks() {}

    /** The rules as a transaction sees them. */
    static RuleBook current(Transaction transaction) {
        String edition = edition(transaction);
        Kept kept = KEPT.get(edition);
        if (kept != null && System.nanoTime() - kept.until() < 0) {
            return kept.book();
        }
        List<Rule> rules = RuleNodes.all(transaction);
        RuleBook book = rules.isEmpty() ? RuleBook.EMPTY : RuleBook.of(rules);
        if (!edition.isEmpty()) {
            if (KEPT.size() >= MOST_KEPT) {
                KEPT.clear();
            }
            // Readers take no locks: they may see a new edition a moment before the rule that was committed with it.
            long nanos = kept == null ? MILLIS_AT_FIRST * 1_000_000L : SECONDS_KEPT * 1_000_000_000L;
            KEPT.put(edition, new Kept(book, System.nanoTime() + nanos));
        }
        return book;
    }

    /** Begins a change of the rules: other transactions that would change them wait for the end of this one. */
    static void lock(Transaction transaction) {
        transaction.execute(NEW_EDITION).close();
    }

    private static String edition(Transaction transaction) {
        try (ResourceIterator<Node> books = transaction.findNodes(RULE_BOOK)) {
            return books.hasNext() ? String.valueOf(books.next().getProperty("edition", "")) : "";
        }
    }

    private record Kept(RuleBook book, long until) {}
}
