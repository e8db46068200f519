package org.cartograph.load.graph;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Session;

/** Writes customers, and what they sent back and how they rated it. Each call is one transaction. */
public final class FeedbackWriter {

    private static final String CUSTOMERS = Statement.of("customers.cypher");
    private static final String RETURNS = Statement.of("returns.cypher");
    private static final String RATINGS = Statement.of("ratings.cypher");

    private final Session session;

    public FeedbackWriter(Session session) {
        this.session = session;
    }

    /** Writes customers. */
    public void customers(List<Customer> customers) {
        session.executeWriteWithoutResult(transaction -> transaction
                .run(
                        CUSTOMERS,
                        Map.of(
                                "customers",
                                customers.stream()
                                        .sorted(Comparator.comparing(Customer::id))
                                        .map(FeedbackWriter::parameters)
                                        .toList()))
                .consume());
    }

    /** Writes returns; returns how many were left out, because their product is not in the graph. */
    public long returns(List<Return> returns) {
        List<Map<String, Object>> rows = returns.stream()
                .sorted(Comparator.comparing(Return::customerId).thenComparing(Return::productId))
                .map(FeedbackWriter::parameters)
                .toList();
        return returns.size() - written(RETURNS, Map.of("returns", rows));
    }

    /** Writes ratings; returns how many were left out, because their product is not in the graph. */
    public long ratings(List<Rating> ratings) {
        List<Map<String, Object>> rows = ratings.stream()
                .sorted(Comparator.comparing(Rating::customerId).thenComparing(Rating::productId))
                .map(FeedbackWriter::parameters)
                .toList();
        return ratings.size() - written(RATINGS, Map.of("ratings", rows));
    }

    private long written(String statement, Map<String, Object> parameters) {
        return session.executeWrite(transaction ->
                transaction.run(statement, parameters).single().get("written").asLong());
    }

    private static Map<String, @Nullable Object> parameters(Customer customer) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", customer.id());
        parameters.put("consent", customer.consent());
        return parameters;
    }

    private static Map<String, Object> parameters(Return sentBack) {
        return Map.of(
                "customerId", sentBack.customerId(),
                "productId", sentBack.productId(),
                "orderId", sentBack.orderId(),
                "at", sentBack.at());
    }

    private static Map<String, Object> parameters(Rating rating) {
        return Map.of(
                "customerId", rating.customerId(),
                "productId", rating.productId(),
                "stars", Amount.of(BigDecimal.valueOf(rating.stars())),
                "at", rating.at());
    }
}
