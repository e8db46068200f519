package org.cartograph.procedure;

import org.cartograph.graph.RuleCounts;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Relationship;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.UserFunction;

/** Support, confidence and lift of an edge, from its own count and the counters its row was computed with. */
public final class EvidenceFunctions {
    private static final String EDGE = "a BOUGHT_TOGETHER or ALSO_BOUGHT relationship";

    /** Share of all orders (customers) with both products. */
    @UserFunction("cartograph.support")
    @Description("Share of all orders (ALSO_BOUGHT: customers) that have both products, 0 to 1; null for other edges.")
    public @Nullable Double support(@Name(value = "r", description = EDGE) @Nullable Relationship r) {
        RuleCounts counts = r == null ? null : RuleCounts.of(r);
        return counts == null ? null : counts.support();
    }

    /** Share of the source's orders (customers) that also have the target. */
    @UserFunction("cartograph.confidence")
    @Description(
            "Share of the source's orders (ALSO_BOUGHT: customers) that also have the target, 0 to 1; null for other "
                    + "edges.")
    public @Nullable Double confidence(@Name(value = "r", description = EDGE) @Nullable Relationship r) {
        RuleCounts counts = r == null ? null : RuleCounts.of(r);
        return counts == null ? null : counts.confidence();
    }

    /** How many times more often together than by chance. */
    @UserFunction("cartograph.lift")
    @Description("How many times more often together than by chance (1 is chance); null for other edges.")
    public @Nullable Double lift(@Name(value = "r", description = EDGE) @Nullable Relationship r) {
        RuleCounts counts = r == null ? null : RuleCounts.of(r);
        return counts == null ? null : counts.lift();
    }
}
