// Question: Which products are looked at, but not bought?
// Parameters: limit
// Columns: id, name, visits, buyers (customers who viewed and bought it), rate
MATCH (c:Customer)-[v:VIEWED]->(p:Product)
WITH p, c, count(DISTINCT v.visitId) AS visits
WITH p, sum(visits) AS visits, count(c) AS viewers, sum(CASE WHEN EXISTS { (c)-[:PURCHASED]->(p) } THEN 1 ELSE 0 END) AS buyers
RETURN p.id AS id, p.name AS name, visits, buyers, round(1.0 * buyers / viewers, 3) AS rate
ORDER BY rate, visits DESC, id
LIMIT $limit
