package org.cartograph.service.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.cartograph.service.demo.ChildDatabase;

/** Compares what was promised with what is in the graph, id by id. */
final class Books {

    private static final String BEHAVIOUR =
            "MATCH ()-[r:VIEWED|ADDED_TO_CART|SEARCHED]->() RETURN collect(r.eventId) AS ids";

    private static final String LINES = "MATCH ()-[r:PURCHASED]->() RETURN collect(r.orderId) AS ids";

    private static final String CLICKS = "MATCH ()-[s:SHOWED]->() WHERE s.clickedAt IS NOT NULL RETURN count(s)";

    private Books() {}

    /** Fails unless all that was acknowledged is there, and nothing twice. */
    static void reconcile(Ledger ledger, ChildDatabase database) {
        assertThat(ledger.rejections()).isEmpty();
        assertThat(database.texts(BEHAVIOUR))
                .as("events, none twice")
                .hasSameSizeAs(ledger.behaviour())
                .allMatch(ledger.behaviour()::contains);
        assertThat(database.texts(LINES))
                .as("lines of orders, two each")
                .hasSize(2 * ledger.orders().size());
        assertThat(new HashSet<>(database.texts(LINES))).isEqualTo(ledger.orders());
        assertThat(database.count(CLICKS))
                .as("clicks")
                .isEqualTo(ledger.clicks().size());
    }
}
