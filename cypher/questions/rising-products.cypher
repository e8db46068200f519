// Question: Which products are rising, this month against the month before?
// Parameters: limit
// Columns: id, name, recent (purchases in the last 30 days), before (in the 30 days before), change
MATCH (:Customer)-[line:PURCHASED]->(:Product)
WHERE line.at <= datetime()
WITH max(line.at) AS newest
MATCH (:Customer)-[line:PURCHASED]->(p:Product)
WHERE line.at > newest - duration({days: 60})
WITH p, sum(CASE WHEN line.at > newest - duration({days: 30}) THEN 1 ELSE 0 END) AS recent, count(line) AS both
RETURN p.id AS id, p.name AS name, recent, both - recent AS before, recent - (both - recent) AS change
ORDER BY change DESC, id
LIMIT $limit
