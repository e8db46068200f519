// Takes away the lines of orders that are about to be written in a newer version, whoever has them: the customer whom the order names now,
// the guest it was before, or another customer, whom the Order node remembers.
// Their products are marked, because the number of their purchases alone need not tell that something changed. In the order of their ids, as all
// locks of an order's writer.
//
// :param orders => [{id: 'o1', customerId: 'c1'}]
UNWIND $orders AS order
MATCH (o:Order {id: order.id})
WITH order, o, o.customerId AS before
REMOVE o.customerId
WITH order, before
UNWIND [order.customerId, 'guest:' + order.id, before] AS customerId
WITH DISTINCT order.id AS orderId, customerId
MATCH (:Customer {id: customerId})-[bought:PURCHASED]->(p:Product)
WHERE bought.orderId = orderId
DELETE bought
WITH DISTINCT p
ORDER BY p.id
SET p.changedAt = datetime();
