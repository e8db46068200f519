package org.cartograph.privacy;

/**
 * What became of a visitor who logged in.
 *
 * @param known whether there was such a visitor
 * @param moved relationships that the customer has now
 * @param joined relationships that the customer had already, and that say now what both said
 * @param erased relationships that went, because somebody had refused consent
 */
public record Merged(boolean known, long moved, long joined, long erased) {
    static final Merged NOTHING = new Merged(false, 0, 0, 0);
}
