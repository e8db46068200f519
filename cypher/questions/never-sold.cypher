// Question: Which products never sold, and what are they like?
// Parameters: limit
// Columns: id, name, price, stock, like (names of the products most like it that do sell)
MATCH (p:Product)
WHERE NOT EXISTS { (p)<-[:PURCHASED]-() } AND coalesce(p.active, true)
WITH p
ORDER BY coalesce(p.stock, 0) * coalesce(p.price, 0) DESC, p.id
LIMIT $limit
CALL (p) {
  OPTIONAL MATCH (p)-[:HAS]->(a:Attribute)<-[:HAS]-(q:Product)
  WHERE COUNT { (a)<-[:HAS]-() } < 1000 AND EXISTS { (q)<-[:PURCHASED]-() }
  WITH q, count(a) AS shared
  ORDER BY shared DESC, q.id
  LIMIT 3
  RETURN collect(coalesce(q.name, q.id)) AS like
}
RETURN p.id AS id, p.name AS name, p.price AS price, p.stock AS stock, like
ORDER BY coalesce(stock, 0) * coalesce(price, 0) DESC, id
