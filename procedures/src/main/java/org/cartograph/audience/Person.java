package org.cartograph.audience;

import java.time.Instant;
import java.util.List;
import org.cartograph.recommend.Answer;
import org.neo4j.graphdb.Node;

/**
 * Somebody who should get a letter.
 *
 * @param kind of the audience, as its name is written in a configuration
 * @param since when the cause began
 * @param products ids of the products that are the cause
 * @param boxes what to offer
 */
public record Person(
        Node customer, String customerId, String kind, Instant since, List<String> products, List<Answer.Box> boxes) {}
