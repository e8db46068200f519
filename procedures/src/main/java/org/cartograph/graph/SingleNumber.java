package org.cartograph.graph;

import java.util.Map;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/** The answer of a query that returns one whole number in a column called {@code number}. */
public final class SingleNumber {
    private SingleNumber() {}

    /** Runs the query; 0 when it returns no row or no number. */
    public static long of(Transaction transaction, String query, Map<String, Object> parameters) {
        try (Result result = transaction.execute(query, parameters)) {
            return result.hasNext() && result.next().get("number") instanceof Number number ? number.longValue() : 0;
        }
    }
}
