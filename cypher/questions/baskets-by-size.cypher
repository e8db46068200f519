// Question: How many products do customers put into an order?
// Parameters: none
// Columns: products (in the order), orders
MATCH (:Customer)-[line:PURCHASED]->(:Product)
WITH line.orderId AS order, count(line) AS products
RETURN products, count(order) AS orders
ORDER BY products
