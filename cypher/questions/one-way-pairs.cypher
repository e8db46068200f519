// Question: Which pairs work in one direction only, so that offering the wrong one first is useless?
// Parameters: minimumOrders (orders with both, e.g. 20), limit
// Columns: first, then, orders, confidence, backwards (confidence of the other direction)
MATCH (p:Product)-[r:BOUGHT_TOGETHER]->(q:Product)
WHERE r.orders >= $minimumOrders AND p.orders < q.orders
WITH p, q, r.orders AS orders, cartograph.confidence(r) AS confidence
RETURN p.name AS first, q.name AS then, orders, confidence, 1.0 * orders / q.orders AS backwards
ORDER BY confidence - backwards DESC, orders DESC
LIMIT $limit
