// The lines of orders that are new, or whose earlier lines were just taken away. Customers and products must exist.
// The Order node remembers who has the lines, so that a version that names another customer finds them.
//
// :param orders => [{id: 'o1', customerId: 'c1', at: datetime('2026-11-20T18:30:00Z'), lines: [{productId: 'p1', quantity: 2, unitPrice: 9.99}]}]
UNWIND $orders AS order
MATCH (c:Customer {id: order.customerId})
MATCH (o:Order {id: order.id})
SET o.customerId = c.id
WITH order, c
UNWIND order.lines AS line
MATCH (p:Product {id: line.productId})
CREATE (c)-[:PURCHASED {orderId: order.id, at: order.at, quantity: line.quantity, unitPrice: line.unitPrice}]->(p);
