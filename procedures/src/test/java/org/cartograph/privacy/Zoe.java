package org.cartograph.privacy;

import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;

/**
 * A customer of the corner shop of whom everything is held that can be: two orders (tea; sled and honey, of which the honey
 * came back), and one relationship of each kind, also of one that nobody has heard of.
 */
final class Zoe {
    /** Occurs nowhere else in the graph. */
    static final String ID = "zoe-4711";

    private static final String EVERYTHING = """
            MATCH (zoe:Customer {id: $id}), (tea:Product {id: 'tea'}), (jam:Product {id: 'jam'}), (honey:Product {id: 'honey'}),
                  (drinks:Category {value: 'drinks'})
            SET zoe.consent = true, zoe.email = 'mail@' + $id
            CREATE (zoe)-[:RETURNED {orderId: 'o9', at: datetime('2026-03-20T10:11:12Z')}]->(honey),
                   (zoe)-[:RATED {stars: 4.0, at: datetime('2026-03-21T10:11:12Z')}]->(tea),
                   (zoe)-[:VIEWED {at: datetime('2026-03-01T10:11:12Z'), visitId: 's1', eventId: 'e1'}]->(jam),
                   (zoe)-[:ADDED_TO_CART {at: datetime('2026-03-01T10:12:12Z'), eventId: 'e2'}]->(jam),
                   (zoe)-[:REMOVED_FROM_CART {at: datetime('2026-03-01T10:13:12Z'), eventId: 'e3'}]->(jam),
                   (zoe)-[:SEARCHED {at: datetime('2026-03-01T10:14:12Z'), eventId: 'e4'}]->(:Search {text: 'a gift for ' + $id}),
                   (zoe)-[:SEARCHED {at: datetime('2026-03-01T10:15:12Z'), eventId: 'e5'}]->(shared:Search {text: 'tea'}),
                   (:Customer {id: 'somebody', anonymous: true})-[:SEARCHED {eventId: 'e6'}]->(shared),
                   (zoe)-[:DISMISSED {at: datetime('2026-03-02T10:11:12Z')}]->(jam),
                   (zoe)-[:OWNS {at: datetime('2026-03-02T10:11:12Z')}]->(jam),
                   (zoe)-[:SEEN {times: 3, lastAt: datetime('2026-03-02T10:11:12Z'), clicked: true}]->(tea),
                   (zoe)-[:PREFERS]->(drinks),
                   (zoe)-[:LIVES_AT {since: 2020}]->(:Address {city: 'Graz'}),
                   (:Agent {id: 'agent'})-[:SERVES {of: $id}]->(zoe),
                   (:Experiment {name: 'red-button', salt: 'x', startedAt: datetime('2026-03-01T09:00:00Z')})
                       <-[:EXPOSED {variant: 'b', unit: $id, at: datetime('2026-03-01T10:11:12Z')}]-(zoe),
                   (zoe)-[:RECEIVED {at: datetime('2026-03-01T10:11:12Z')}]->(own:Recommendation {id: 'r1', at: datetime('2026-03-01T10:11:12Z')}),
                   (own)-[:SHOWED {placement: 'similar', rank: 1, seenAt: datetime('2026-03-01T10:11:13Z'),
                                   boughtAt: datetime('2026-03-05T12:00:00Z'), revenue: 5.0, orderId: 'o8'}]->(tea),
                   (zoe)-[:RECEIVED {at: datetime('2026-03-01T10:11:12Z')}]->(:Recommendation {id: 'r2~' + $id, shared: true})
            """;

    private Zoe() {}

    /** Opens the corner shop with this customer in it. */
    static void enter() {
        CornerShop.open();
        CornerShop.buy(ID, "o8", 63, "tea");
        CornerShop.buy(ID, "o9", 70, "sled", "honey");
        rows(
                "UNWIND ['o8', 'o9'] AS id CREATE (:Order {id: id, updatedAt: datetime(), status: 'completed', currency: 'EUR'})");
        rows(EVERYTHING, Map.of("id", ID));
    }

    /** Every property of the graph that says who it was. */
    static List<Map<String, Object>> traces(String of) {
        return rows("""
                MATCH (n) UNWIND keys(n) AS key WITH labels(n) AS where, key, n[key] AS value
                WHERE any(one IN CASE WHEN value IS :: LIST<ANY> THEN value ELSE [value] END WHERE toString(one) CONTAINS $of)
                RETURN where, key, value
                UNION ALL
                MATCH ()-[r]->() UNWIND keys(r) AS key WITH [type(r)] AS where, key, r[key] AS value
                WHERE any(one IN CASE WHEN value IS :: LIST<ANY> THEN value ELSE [value] END WHERE toString(one) CONTAINS $of)
                RETURN where, key, value""", Map.of("of", of));
    }
}
