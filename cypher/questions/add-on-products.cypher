// Question: Which products come in large baskets, and which are bought alone?
// Parameters: minimumOrders (orders with the product, e.g. 20), limit
// Columns: id, name, orders, others (products bought with it, on average), alone (share of its orders)
MATCH (:Customer)-[line:PURCHASED]->(p:Product)
WITH line.orderId AS order, collect(DISTINCT p) AS products
UNWIND products AS p
WITH p, count(order) AS orders, avg(size(products) - 1) AS others, avg(CASE size(products) WHEN 1 THEN 1.0 ELSE 0.0 END) AS alone
WHERE orders >= $minimumOrders
RETURN p.id AS id, p.name AS name, orders, round(others, 2) AS others, round(alone, 3) AS alone
ORDER BY others DESC, id
LIMIT $limit
