// Question: Which products lead customers from one category into another?
// Parameters: limit
// Columns: id, name, category, into (categories reached by its edges), edges (that lead out), orders (behind them)
MATCH (p:Product)-[:HAS]->(own:Category)
MATCH (p)-[r:BOUGHT_TOGETHER]->(:Product)-[:HAS]->(other:Category)
WHERE NOT EXISTS { (p)-[:HAS]->(other) }
RETURN p.id AS id, p.name AS name, own.value AS category, collect(DISTINCT other.value) AS into,
       count(r) AS edges, sum(r.orders) AS orders
ORDER BY orders DESC, id, category
LIMIT $limit
