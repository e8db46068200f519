// Question: Which products sell, but have nothing that is bought with them?
// Parameters: limit
// Columns: id, name, purchases
MATCH (p:Product)
WHERE NOT (p)-[:BOUGHT_TOGETHER]->()
WITH p, COUNT { (p)<-[:PURCHASED]-() } AS purchases
WHERE purchases > 0
RETURN p.id AS id, p.name AS name, purchases
ORDER BY purchases DESC, id
LIMIT $limit
