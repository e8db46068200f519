package org.cartograph.similarity;

/** The edges that established products learned from their own sales: of a build that is running, or in the graph. */
public interface EstablishedRows {
    /** The row of an established product. */
    Row from(int product);

    /** The weights with which established products point at any product. */
    Incoming into(int product);
}
