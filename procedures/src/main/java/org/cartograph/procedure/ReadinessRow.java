package org.cartograph.procedure;

import org.cartograph.insight.Signal;
import org.neo4j.procedure.Description;

/** How far a signal can be trusted. */
public record ReadinessRow(
        @Description("What is measured: an edge family, or a fact of the data")
        String signal,

        @Description("Whether the value suffices") boolean ready,
        @Description("What the shop has") double value,

        @Description("What suffices: at least that much, or at most where the meaning says so")
        double needed,

        @Description("What was counted, and why that much is needed")
        String meaning,

        @Description("What to do next") String next) {
    static ReadinessRow of(Signal signal) {
        return new ReadinessRow(
                signal.name(), signal.ready(), signal.value(), signal.needed(), signal.meaning(), signal.next());
    }
}
