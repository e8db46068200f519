package org.cartograph.service.events;

/** Tea is bought with a mug three times and with a pot once. Ann is a customer, Dee one who refused consent. */
final class TeaShop {

    static final String[] STATEMENTS = {
        "CALL cartograph.schema.install()",
        "UNWIND ['tea', 'mug', 'pot', 'sugar', 'lemon'] AS id CREATE (:Product {id: id, name: id, price: 5.0})",
        """
        UNWIND [['o1', 'ann', 'tea'], ['o1', 'ann', 'mug'], ['o2', 'bob', 'tea'], ['o2', 'bob', 'mug'],
                ['o3', 'cid', 'tea'], ['o3', 'cid', 'mug'], ['o3', 'cid', 'pot'], ['o4', 'ann', 'sugar']] AS line
        MERGE (:Order {id: line[0]})
        MERGE (c:Customer {id: line[1]})
        WITH c, line MATCH (p:Product {id: line[2]})
        CREATE (c)-[:PURCHASED {orderId: line[0], at: datetime('2026-03-01T08:00:00Z'), quantity: 1, unitPrice: 5.0}]->(p)
        """,
        "CREATE (:Customer {id: 'dee', consent: false})",
        "CALL cartograph.model.build({})"
    };

    private TeaShop() {}
}
