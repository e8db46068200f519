package org.cartograph.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** A new anonymous customer to whom something belongs that was a person's: its id is random, so that nothing leads back. */
final class Nobody {
    private static final String PREFIX = "forgotten:";

    private Nobody() {}

    /** An id that is derived from nothing. */
    static String id() {
        return PREFIX + UUID.randomUUID();
    }

    static Node create(Transaction transaction, String id) {
        Node nobody = transaction.createNode(GraphModel.CUSTOMER);
        nobody.setProperty("id", id);
        nobody.setProperty("anonymous", true);
        return nobody;
    }

    /** The beginning (UTC) of the day of a moment, or null when the value is no moment: the time of day could tell who it was. */
    static @Nullable ZonedDateTime day(@Nullable Object at) {
        Instant moment = Instants.of(at);
        return moment == null ? null : moment.truncatedTo(ChronoUnit.DAYS).atZone(ZoneOffset.UTC);
    }
}
