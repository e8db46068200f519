// Takes away the lines of orders that are about to be written in a newer version, also where a guest's order now has a customer.
// Their products are marked, because the number of their purchases alone need not tell that something changed. In the order of their ids, as all
// locks of an order's writer.
//
// :param orders => [{id: 'o1', customerId: 'c1'}]
UNWIND $orders AS order
UNWIND [order.customerId, 'guest:' + order.id] AS customerId
WITH DISTINCT order.id AS orderId, customerId
MATCH (:Customer {id: customerId})-[bought:PURCHASED]->(p:Product)
WHERE bought.orderId = orderId
DELETE bought
WITH DISTINCT p
ORDER BY p.id
SET p.changedAt = datetime();
