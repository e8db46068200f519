package org.cartograph.service.customers;

import org.neo4j.driver.Record;

/**
 * What became of a visitor who logged in.
 *
 * @param known  whether there was such a visitor; false when the login was merged before
 * @param moved  facts that the customer has now
 * @param joined facts of which the customer had one already: now one for both
 * @param erased behaviour that went, because consent was refused
 */
record MergeAnswer(boolean known, long moved, long joined, long erased) {

    static MergeAnswer of(Record row) {
        return new MergeAnswer(
                row.get("known").asBoolean(),
                row.get("moved").asLong(),
                row.get("joined").asLong(),
                row.get("erased").asLong());
    }
}
