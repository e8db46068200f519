// Question: Which products are shown again and again, and never clicked?
// Parameters: days (of answers, until now), minimumImpressions (e.g. 100), limit
// Columns: id, name, placements, impressions, shoppers, dismissals
MATCH (r:Recommendation)-[s:SHOWED]->(p:Product)
WHERE r.at >= datetime() - duration({days: $days}) AND s.seenAt IS NOT NULL
OPTIONAL MATCH (r)<-[:RECEIVED]-(c:Customer)
WITH p, collect(DISTINCT s.placement) AS placements, count(*) AS impressions, count(DISTINCT c) AS shoppers,
     count(s.dismissedAt) AS dismissals, count(s.clickedAt) + count(s.addedAt) + count(s.boughtAt) AS taken
WHERE taken = 0 AND impressions >= $minimumImpressions
RETURN p.id AS id, p.name AS name, placements, impressions, shoppers, dismissals
ORDER BY impressions DESC, id
LIMIT $limit
