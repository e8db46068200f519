package org.cartograph.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.cartograph.graph.Instants;
import org.neo4j.graphdb.Node;

/**
 * The answer that something was shown in.
 *
 * @param at when it was given
 * @param variants {@code experiment/variant} of each experiment that had a part in it
 */
record Origin(Instant at, String context, List<String> variants) {
    static Origin of(Node recommendation) {
        Instant at = Instants.of(recommendation.getProperty("at", null));
        return new Origin(
                at == null ? Instant.EPOCH : at,
                String.valueOf(recommendation.getProperty("context", "")),
                variants(recommendation.getProperty("variants", null)));
    }

    static List<String> variants(Object property) {
        return property instanceof String[] names
                ? Arrays.stream(names).sorted().toList()
                : List.of();
    }

    LocalDate day() {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
