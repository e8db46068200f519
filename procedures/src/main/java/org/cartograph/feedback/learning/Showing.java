package org.cartograph.feedback.learning;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.cartograph.graph.Instants;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/**
 * A product that somebody saw in a recommendation, what became of it, and what of that was learned before.
 *
 * <p>What was learned is said on the relationship itself, in the transaction that learns it, so that nothing is learned
 * twice: {@code learnedShown} looks and {@code learnedTaken} takes, {@code learnedClicked}, {@code learnedDismissed} and
 * {@code learnedSeen} when they were counted.
 */
final class Showing {
    private final Relationship edge;
    private final Map<String, Object> said;
    private final Instant seenAt;

    private Showing(Relationship edge, Map<String, Object> said, Instant seenAt) {
        this.edge = edge;
        this.said = said;
        this.seenAt = seenAt;
    }

    /** What a SHOWED relationship says; null when nobody is known to have seen it. */
    static @Nullable Showing of(Relationship edge) {
        Map<String, Object> said = edge.getAllProperties();
        Instant seenAt = Instants.of(said.get("seenAt"));
        return seenAt == null || !(said.get("placement") instanceof String) ? null : new Showing(edge, said, seenAt);
    }

    Node product() {
        return edge.getEndNode();
    }

    Instant seenAt() {
        return seenAt;
    }

    String placement() {
        return String.valueOf(Objects.requireNonNull(said.get("placement")));
    }

    /** Its place, from 1. */
    int rank() {
        return (int) Math.max(1, number("rank", 1));
    }

    /** Whether it would stand first without exploring. */
    boolean isUsuallyFirst() {
        return number("usualRank", 0) == 1;
    }

    /** Id of the product beside which it was offered, or null. */
    @Nullable
    String via() {
        return said.get("via") instanceof String via ? via : null;
    }

    /** Whether a property is set. */
    boolean has(String property) {
        return said.get(property) != null;
    }

    /** Whether somebody looked closer; who refuses it has not. */
    boolean isClicked() {
        return has("clickedAt") || has("addedAt");
    }

    double number(String property, double otherwise) {
        return said.get(property) instanceof Number number ? number.doubleValue() : otherwise;
    }

    /** Remembers what was learned of it. */
    void learned(String property, Object value) {
        edge.setProperty(property, value);
    }
}
