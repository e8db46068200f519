package org.cartograph.service.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cartograph.service.demo.ChildDatabase;

/** Compares what was promised with what is in the graph, id by id. */
final class Books {

    private static final String BEHAVIOUR =
            "MATCH ()-[r:VIEWED|ADDED_TO_CART|SEARCHED]->() RETURN collect(r.eventId) AS ids";

    private static final String LINES = "MATCH ()-[r:PURCHASED]->(p) RETURN collect(r.orderId + ' ' + p.id) AS ids";

    /** A click in an answer that nobody received is one that nobody reported. */
    private static final String CLICKS = """
            MATCH (answer:Recommendation)-[shown:SHOWED]->(p) WHERE shown.clickedAt IS NOT NULL
            OPTIONAL MATCH (visitor)-[:RECEIVED]->(answer)
            RETURN collect(coalesce(visitor.id, 'nobody') + ' ' + p.id) AS ids""";

    private Books() {}

    /** Fails unless all that was acknowledged is there, and nothing twice. */
    static void reconcile(Ledger ledger, ChildDatabase database) {
        assertThat(ledger.rejections()).isEmpty();
        compare("events", database.texts(BEHAVIOUR), ledger.behaviour());
        compare("lines of orders", database.texts(LINES), ledger.lines());
        compare("clicks", database.texts(CLICKS), ledger.clicks());
    }

    /** Fails unless each id was found once, and no other; of a million ids it is done at once. */
    static void compare(String what, List<String> found, Set<String> promised) {
        Set<String> missing = new HashSet<>(promised);
        List<String> tooMany = found.stream().filter(id -> !missing.remove(id)).toList();
        assertThat(missing).as("%s that were lost", what).isEmpty();
        assertThat(tooMany)
                .as("%s that are there twice, or that nobody reported", what)
                .isEmpty();
    }
}
