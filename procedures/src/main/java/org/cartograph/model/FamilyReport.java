package org.cartograph.model;

import org.cartograph.graph.Family;

/**
 * What a build did for one family.
 *
 * @param products products with at least one edge
 * @param edges edges the family has now
 * @param inherited those of them that lead to products with few sales and lie outside of the rows
 * @param rowsWritten products whose row was rewritten; the others were as they should be
 * @param created edges to new targets
 * @param updated edges whose score or count moved by more than 5 %
 * @param deleted edges whose target left its row
 * @param learnMillis wall time of learning, ridge included
 * @param ridgeMillis the ridge's part of it
 * @param writeMillis wall time of comparing and writing
 */
public record FamilyReport(
        Family family,
        long products,
        long edges,
        long inherited,
        long rowsWritten,
        long created,
        long updated,
        long deleted,
        long learnMillis,
        long ridgeMillis,
        long writeMillis) {}
