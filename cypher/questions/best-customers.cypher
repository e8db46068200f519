// Question: Who are the best customers, and how much of the sales do they make?
// Parameters: limit
// Columns: id, orders, spent, share (of all sales)
MATCH (c:Customer)-[line:PURCHASED]->(:Product)
WITH c, count(DISTINCT line.orderId) AS orders, sum(line.quantity * line.unitPrice) AS spent
WITH collect({id: c.id, orders: orders, spent: spent}) AS customers, sum(spent) AS all
UNWIND customers AS customer
RETURN customer.id AS id, customer.orders AS orders, round(customer.spent, 2) AS spent,
       CASE WHEN all > 0 THEN round(customer.spent / all, 4) END AS share
ORDER BY spent DESC, id
LIMIT $limit
