package org.cartograph.graph;

import org.neo4j.graphdb.RelationshipType;

/** The kinds of neighbour edges between products; each constant is also the relationship type. */
public enum Family implements RelationshipType {
    /** In the same order. */
    BOUGHT_TOGETHER("orders"),
    /** In the same order, or by the same customer within the window after it. */
    BOUGHT_NEXT("customers"),
    /** By the same customer, at any time. */
    ALSO_BOUGHT("customers");

    /** The edge property with its weight; comparable within a row, not a probability. */
    public static final String SCORE = "score";

    private final String evidence;

    Family(String evidence) {
        this.evidence = evidence;
    }

    /** The edge property with the number of orders or customers behind it, and the product property it is a part of. */
    public String evidence() {
        return evidence;
    }

    /** The product property that says how many orders or customers the shop had when the row was computed. */
    public String total() {
        return evidence + "Total";
    }

    /** Whether support, confidence and lift mean something: counts of a directed pair are no share of a set. */
    public boolean hasRules() {
        return this != BOUGHT_NEXT;
    }
}
