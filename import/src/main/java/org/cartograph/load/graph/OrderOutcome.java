package org.cartograph.load.graph;

/** What became of an order. */
public enum OrderOutcome {
    /** It is new. */
    CREATED,
    /** A newer version of it took the place of the one that was there. */
    REPLACED,
    /** The graph had this version, a later one, or has forgotten whose order it was; or a later one stands in the same list. */
    UNCHANGED
}
