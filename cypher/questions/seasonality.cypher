// Question: Which products sell in one month of the year?
// Parameters: minimumOrders (purchases of the product, e.g. 20), limit
// Columns: id, name, purchases, month (1 to 12, its strongest), share (of its purchases in that month), usual (of all purchases)
MATCH (:Customer)-[line:PURCHASED]->(:Product)
WITH line.at.month AS month, count(line) AS purchases
WITH collect({month: month, purchases: purchases}) AS months, sum(purchases) AS all
MATCH (:Customer)-[line:PURCHASED]->(p:Product)
WITH months, all, p, line.at.month AS month, count(line) AS inMonth
ORDER BY inMonth DESC, month
WITH months, all, p, sum(inMonth) AS purchases, collect(month)[0] AS month, max(inMonth) AS inMonth
WHERE purchases >= $minimumOrders
WITH p, purchases, month, 1.0 * inMonth / purchases AS share, 1.0 * [m IN months WHERE m.month = month][0].purchases / all AS usual
RETURN p.id AS id, p.name AS name, purchases, month, round(share, 3) AS share, round(usual, 3) AS usual
ORDER BY share / usual DESC, purchases DESC, id
LIMIT $limit
