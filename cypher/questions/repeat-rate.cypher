// Question: How many customers come back, and after how long?
// Parameters: none
// Columns: customers, returning (with a second order), rate, medianDays (from the first order to the second)
MATCH (c:Customer)-[line:PURCHASED]->(:Product)
WHERE NOT coalesce(c.anonymous, false)
WITH c, line.orderId AS order, min(line.at) AS at
ORDER BY at
WITH c, collect(at) AS times
WITH count(c) AS customers, sum(CASE WHEN size(times) > 1 THEN 1 ELSE 0 END) AS returning,
     percentileCont(CASE WHEN size(times) > 1 THEN duration.inDays(times[0], times[1]).days END, 0.5) AS medianDays
RETURN customers, returning, round(1.0 * returning / customers, 3) AS rate, medianDays
