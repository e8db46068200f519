// Question: How many customers came back, and how often?
// Parameters: none
// Columns: orders (of the customer), customers
MATCH (c:Customer)-[line:PURCHASED]->(:Product)
WHERE NOT coalesce(c.anonymous, false)
WITH c, count(DISTINCT line.orderId) AS orders
RETURN orders, count(c) AS customers
ORDER BY orders
