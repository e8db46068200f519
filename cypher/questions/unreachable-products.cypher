// Question: Which products that could be sold does no edge lead to?
// Parameters: limit
// Columns: id, name, price, stock, purchases
MATCH (p:Product)
WHERE NOT EXISTS { (p)<-[:BOUGHT_TOGETHER|BOUGHT_NEXT|ALSO_BOUGHT|ALSO_VIEWED|SIMILAR]-() }
  AND coalesce(p.active, true) AND coalesce(p.stock, 1) > 0
RETURN p.id AS id, p.name AS name, p.price AS price, p.stock AS stock, COUNT { (p)<-[:PURCHASED]-() } AS purchases
ORDER BY purchases DESC, id
LIMIT $limit
