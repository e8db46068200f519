package org.cartograph.insight;

/**
 * How far one signal can be trusted.
 *
 * @param name an edge family, or a fact of the data
 * @param ready whether the value suffices
 * @param value what the shop has
 * @param needed what suffices: at least that much, or at most where the meaning says so
 * @param meaning what was counted, and why that much is needed
 * @param next what to do
 */
public record Signal(String name, boolean ready, double value, double needed, String meaning, String next) {

    /** A signal, and whether it suffices is still open. */
    record Draft(String name, double value, double needed, boolean ready, String meaning) {
        Signal then(String whenReady, String otherwise) {
            return new Signal(name, ready, value, needed, meaning, ready ? whenReady : otherwise);
        }
    }

    /** The same, not ready as long as something else is missing: of nothing, even too much is little enough. */
    Signal waitingFor(String first) {
        return new Signal(name, false, value, needed, meaning, first);
    }

    /** More is better. */
    static Draft atLeast(String name, Number value, double needed, String meaning) {
        return new Draft(name, value.doubleValue(), needed, value.doubleValue() >= needed, meaning);
    }

    /** Less is better. */
    static Draft atMost(String name, Number value, double needed, String meaning) {
        return new Draft(name, value.doubleValue(), needed, value.doubleValue() <= needed, meaning);
    }
}
