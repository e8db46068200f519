// Question: Which products stand in the most rows, and crowd out others?
// Parameters: limit
// Columns: id, name, rows (that it is in), purchases
MATCH (p:Product)<-[r:BOUGHT_TOGETHER]-(:Product)
RETURN p.id AS id, p.name AS name, count(r) AS rows, COUNT { (p)<-[:PURCHASED]-() } AS purchases
ORDER BY rows DESC, id
LIMIT $limit
