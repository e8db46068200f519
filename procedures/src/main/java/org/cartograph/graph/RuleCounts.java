package org.cartograph.graph;

import java.util.Arrays;
import java.util.Optional;
import org.cartograph.similarity.Evidence;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/**
 * The four counts from which support, confidence and lift of an edge follow.
 *
 * @param both orders (or customers) with both products
 * @param source those with the source
 * @param target those with the target
 * @param all those of the whole shop, when the source's row was computed
 */
public record RuleCounts(long both, long source, long target, long all) {

    /** The counts of an edge, or null when they mean nothing for its type or are not there. */
    public static @Nullable RuleCounts of(Relationship edge) {
        Optional<Family> family =
                Arrays.stream(Family.values()).filter(edge::isType).findFirst();
        if (family.isEmpty()) {
            return null;
        }
        return of(
                edge.getStartNode(),
                edge.getEndNode(),
                family.get(),
                number(edge.getProperty(family.get().evidence(), 0L)));
    }

    /** The counts of an edge whose own count is known, or null when they mean nothing for its family. */
    public static @Nullable RuleCounts of(Node source, Node target, Family family, long both) {
        if (!family.hasRules()) {
            return null;
        }
        RuleCounts counts = new RuleCounts(
                both,
                number(source.getProperty(family.evidence(), 0L)),
                number(target.getProperty(family.evidence(), 0L)),
                number(source.getProperty(family.total(), 0L)));
        return counts.both > 0 && counts.source > 0 && counts.target > 0 && counts.all > 0 ? counts : null;
    }

    /** {@link Evidence#support}. */
    public double support() {
        return Evidence.support(both, all);
    }

    /** {@link Evidence#confidence}. */
    public double confidence() {
        return Evidence.confidence(both, source);
    }

    /** {@link Evidence#lift}. */
    public double lift() {
        return Evidence.lift(both, source, target, all);
    }

    /** {@link Evidence#conviction}. */
    public double conviction() {
        return Evidence.conviction(both, source, target, all);
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
