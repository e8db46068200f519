package org.cartograph.service.observed;

import org.cartograph.service.demo.ChildDatabase;

/** Tea was bought with a mug three times, sugar alone. */
final class TeaShop {

    private static final String[] SHOP = {
        "CALL cartograph.schema.install()",
        "UNWIND ['tea', 'mug', 'pot', 'sugar', 'lemon'] AS id CREATE (:Product {id: id, name: id, price: 5.0})",
        """
        UNWIND [['o1', 'ann', 'tea'], ['o1', 'ann', 'mug'], ['o2', 'bob', 'tea'], ['o2', 'bob', 'mug'],
                ['o3', 'cid', 'tea'], ['o3', 'cid', 'mug'], ['o5', 'ann', 'sugar']] AS line
        MERGE (c:Customer {id: line[1]})
        WITH c, line MATCH (p:Product {id: line[2]})
        CREATE (c)-[:PURCHASED {orderId: line[0], at: datetime('2026-03-01T08:00:00Z'), quantity: 1}]->(p)
        """,
        "CALL cartograph.model.build({})"
    };

    /** A cart with tea, whose caller is patient. */
    static final String CART =
            "{\"context\":\"cart\",\"products\":[{\"productId\":\"tea\"}],\"explore\":false,\"budgetMs\":9000";

    private TeaShop() {}

    static ChildDatabase open() {
        ChildDatabase database = ChildDatabase.shared();
        database.run(SHOP);
        return database;
    }
}
