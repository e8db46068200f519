// Question: On which days of the week do customers order?
// Parameters: none
// Columns: day (1 = Monday), orders, share (of all orders)
MATCH (:Customer)-[line:PURCHASED]->(:Product)
WITH line.orderId AS order, min(line.at) AS at
WITH at.dayOfWeek AS day, count(order) AS orders
WITH collect({day: day, orders: orders}) AS days, sum(orders) AS all
UNWIND days AS row
RETURN row.day AS day, row.orders AS orders, round(1.0 * row.orders / all, 3) AS share
ORDER BY day
