package org.cartograph.graph;

import java.util.Locale;
import org.neo4j.graphdb.RelationshipType;

/** The kinds of neighbour edges between products; each constant is also the relationship type. */
public enum Family implements RelationshipType {
    /** In the same order. */
    BOUGHT_TOGETHER("orders"),
    /** In the same order, or by the same customer within the window after it. */
    BOUGHT_NEXT("customers"),
    /** By the same customer, at any time. */
    ALSO_BOUGHT("customers"),
    /** In the same visit. */
    ALSO_VIEWED("visits"),
    /** Attributes in common. */
    SIMILAR("shared");

    /** The edge property with its weight; comparable within a row, not a probability. */
    public static final String SCORE = "score";

    /** Marks an edge that a product with few sales inherited; such edges lie outside of the source's top K. */
    public static final String INHERITED = "inherited";

    /** Marks an inherited edge that belongs to its target, which is then the product with few sales. */
    public static final String INCOMING = "incoming";

    /** The id of the established product from which an edge was inherited. */
    public static final String VIA = "via";

    private final String evidence;

    Family(String evidence) {
        this.evidence = evidence;
    }

    /** The edge property with the count behind it, and the product property that it is a part of. */
    public String evidence() {
        return evidence;
    }

    /** The product property that says how many orders or customers the shop had when the row was computed. */
    public String total() {
        return evidence + "Total";
    }

    /** Whether support, confidence and lift mean something: counts of a directed pair are no share of a set. */
    public boolean hasRules() {
        return this == BOUGHT_TOGETHER || this == ALSO_BOUGHT;
    }

    /** Whether products keep a counter of it: what SIMILAR shares is not counted in anything. */
    public boolean counted() {
        return this != SIMILAR;
    }

    /** The name in a configuration map, e.g. {@code boughtTogether}. */
    public String key() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        return words.length == 1
                ? words[0]
                : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
    }
}
