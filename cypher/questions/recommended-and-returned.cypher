// Question: Which products come back after they were recommended, more than otherwise?
// Parameters: limit
// Columns: id, name, recommended (sales that count for a recommendation), returned (of these), rate, usualRate (of all sales)
MATCH (:Recommendation)-[s:SHOWED]->(p:Product)
WHERE s.boughtAt IS NOT NULL
WITH p, count(*) AS recommended, count(s.returnedAt) AS returned,
     COUNT { (p)<-[:PURCHASED]-() } AS sales, COUNT { (p)<-[:RETURNED]-() } AS returns
WHERE returned > 0
RETURN p.id AS id, p.name AS name, recommended, returned, round(1.0 * returned / recommended, 3) AS rate,
       CASE WHEN sales > 0 THEN round(1.0 * returns / sales, 3) END AS usualRate
ORDER BY rate DESC, returned DESC, id
LIMIT $limit
