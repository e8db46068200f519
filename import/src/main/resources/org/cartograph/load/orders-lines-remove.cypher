// Takes away the lines of orders that are about to be written in a newer version, also where a guest's order now has a customer.
//
// :param orders => [{id: 'o1', customerId: 'c1'}]
UNWIND $orders AS order
UNWIND [order.customerId, 'guest:' + order.id] AS customerId
WITH DISTINCT order.id AS orderId, customerId
MATCH (:Customer {id: customerId})-[bought:PURCHASED]->(:Product)
WHERE bought.orderId = orderId
DELETE bought;
