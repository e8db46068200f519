// Question: Which products would be recommended most, if only they were in stock?
// Parameters: limit
// Columns: id, name, recommendedBy (products whose row they are in), orders (with those products)
MATCH (p:Product)<-[r:BOUGHT_TOGETHER]-(:Product)
WHERE p.stock <= 0
RETURN p.id AS id, p.name AS name, count(r) AS recommendedBy, sum(r.orders) AS orders
ORDER BY orders DESC, id
LIMIT $limit
