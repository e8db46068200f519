package org.cartograph.contract;

import java.util.List;

/**
 * A corner shop with four orders.
 *
 * <pre>
 *   o1 ann  tea mug          tea: 3 orders     tea and mug:   2 orders
 *   o2 bob  tea mug sugar    mug: 2 orders     tea and sugar: 1 order
 *   o3 cid  tea              sugar: 1          mug and sugar: 1 order
 *   o4 dan  pot              pot: 1
 * </pre>
 */
final class CornerShop {

    static final List<String> STATEMENTS =
            List.of("CALL cartograph.schema.install()", """
            UNWIND ['tea', 'mug', 'sugar', 'pot'] AS id
            CREATE (:Product {id: id, name: id, price: 5.0, stock: 9})
            """, """
            UNWIND [['o1', 'ann', 'tea'], ['o1', 'ann', 'mug'], ['o2', 'bob', 'tea'], ['o2', 'bob', 'mug'],
                    ['o2', 'bob', 'sugar'], ['o3', 'cid', 'tea'], ['o4', 'dan', 'pot']] AS line
            MERGE (:Order {id: line[0]})
            MERGE (c:Customer {id: line[1]})
            WITH c, line MATCH (p:Product {id: line[2]})
            CREATE (c)-[:PURCHASED {orderId: line[0], at: datetime('2026-03-01T08:00:00Z'), quantity: 1, unitPrice: 5.0}]->(p)
            """, "CALL cartograph.model.build({})");

    private CornerShop() {}
}
