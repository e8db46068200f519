// Question: Do baskets grow or shrink over time?
// Parameters: none
// Columns: month, orders, products (in an order, on average), spent (in an order, on average, null without unit prices)
MATCH (:Customer)-[line:PURCHASED]->(:Product)
WITH line.orderId AS order, min(line.at) AS at, count(line) AS products, sum(line.quantity * line.unitPrice) AS spent
RETURN toString(date.truncate('month', at)) AS month, count(order) AS orders,
       round(avg(products), 2) AS products, round(avg(spent), 2) AS spent
ORDER BY month
