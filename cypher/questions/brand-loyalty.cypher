// Question: Whose buyers stay with the brand?
// Parameters: minimumCustomers (of the brand, e.g. 20), limit
// Columns: brand, customers, again (who bought the brand in a second order), rate
MATCH (c:Customer)-[line:PURCHASED]->(:Product)-[:HAS]->(b:Brand)
WHERE NOT coalesce(c.anonymous, false)
WITH b, c, count(DISTINCT line.orderId) AS orders
WITH b, count(c) AS customers, sum(CASE WHEN orders > 1 THEN 1 ELSE 0 END) AS again
WHERE customers >= $minimumCustomers
RETURN b.value AS brand, customers, again, round(1.0 * again / customers, 3) AS rate
ORDER BY rate DESC, customers DESC, brand
LIMIT $limit
