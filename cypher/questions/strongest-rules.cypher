// Question: Which pairs of products are bought together most surely?
// Parameters: minimumOrders (orders with both, e.g. 20), limit
// Columns: product, neighbour, orders, support, confidence, lift
MATCH (p:Product)-[r:BOUGHT_TOGETHER]->(q:Product)
WHERE r.orders >= $minimumOrders
RETURN p.name AS product, q.name AS neighbour, r.orders AS orders,
       cartograph.support(r) AS support, cartograph.confidence(r) AS confidence, cartograph.lift(r) AS lift
ORDER BY confidence DESC, orders DESC
LIMIT $limit
