package org.cartograph.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.audience.Audience;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** Whom to write to, for mail tools. */
public final class AudienceProcedures {
    private static final String CONFIG = "kind (left-cart: a cart left 1 to 168 hours ago; browsed: looked at products "
            + "72 to 96 hours ago and ordered nothing since; complement: ordered last 168 to 192 hours ago; win-back: 720 "
            + "to 744; due: a usual product became due 0 to 24 hours ago), minimumHours, maximumHours (another time, the "
            + "first included, the last not), minimumTimes (due only: purchases that make a product usual; 2), requireConsent "
            + "(only customers who gave consent, not those who never said; false), placements (names; the kind's own), "
            + "context (the page of the placements; the kind's own), items (1 to 100 in each placement; its own), locale, "
            + "limit (people; all)";

    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    @Context
    public TerminationGuard guard;

    /** Finds people and fills their letters, one after the other. */
    @Procedure(name = "cartograph.audience", mode = Mode.READ)
    @Description(
            "Who should get a letter today, why, and what to offer in it: customers who left a cart, browsed without "
                    + "ordering, ordered a while ago or need something again. Never guests or those who refused consent.")
    public Stream<AudienceRow> audience(@Name(value = "config", description = CONFIG) Map<String, Object> config) {
        return new Audience(database, transaction, guard::check).people(config).map(AudienceRow::of);
    }
}
