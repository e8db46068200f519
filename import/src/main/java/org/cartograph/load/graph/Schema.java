package org.cartograph.load.graph;

import org.neo4j.driver.Session;

/** The keys of the model: without them every MERGE would be a scan and two loads could create the same node twice. */
public final class Schema {

    private static final int SECONDS_TO_WAIT = 300;

    private Schema() {}

    /** Creates what is missing and waits until it can be used. */
    public static void install(Session session) {
        Statement.allOf("schema.cypher")
                .forEach(statement -> session.run(statement).consume());
        session.run("CALL db.awaitIndexes(" + SECONDS_TO_WAIT + ")").consume();
    }
}
