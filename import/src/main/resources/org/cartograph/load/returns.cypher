// Products sent back: one relationship per order and product, with the earliest time. Products that are not in the graph (postage, fees,
// discounts) are passed over. A product is marked when it is sent back for the first time in an order.
//
// :param returns => [{customerId: 'c1', productId: 'p1', orderId: 'r1', at: datetime('2026-11-20T18:30:00Z')}]      sorted by customer and product
UNWIND $returns AS row
MATCH (p:Product {id: row.productId})
MERGE (c:Customer {id: row.customerId})
MERGE (c)-[r:RETURNED {orderId: row.orderId}]->(p)
  ON CREATE SET r.at = row.at, p.changedAt = datetime()
  ON MATCH SET r.at = CASE WHEN row.at < r.at THEN row.at ELSE r.at END
RETURN count(*) AS written;
