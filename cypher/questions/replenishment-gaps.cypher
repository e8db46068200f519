// Question: Which products are bought again, and after how many days?
// Parameters: minimumCustomers (who bought it again, e.g. 10), limit
// Columns: id, name, buyers, again (customers), rate, medianDays (between two purchases)
MATCH (c:Customer)-[line:PURCHASED]->(p:Product)
WHERE NOT coalesce(c.anonymous, false)
WITH p, c, line.at AS at
ORDER BY at
WITH p, c, collect(at) AS times
WITH p, c, [i IN range(1, size(times) - 1) | duration.inDays(times[i - 1], times[i]).days] AS gaps
WITH p, count(c) AS buyers, sum(CASE WHEN gaps <> [] THEN 1 ELSE 0 END) AS again, collect(gaps) AS gaps
WHERE again >= $minimumCustomers
UNWIND gaps AS own
UNWIND own AS gap
WITH p, buyers, again, percentileCont(gap, 0.5) AS medianDays
RETURN p.id AS id, p.name AS name, buyers, again, round(1.0 * again / buyers, 3) AS rate, medianDays
ORDER BY rate DESC, again DESC, id
LIMIT $limit
