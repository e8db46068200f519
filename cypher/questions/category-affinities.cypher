// Question: Which categories are bought in the same order?
// Parameters: limit
// Columns: category, other, orders (with both), lift
MATCH (:Customer)-[line:PURCHASED]->(:Product)-[:HAS]->(c:Category)
WITH line.orderId AS order, collect(DISTINCT c) AS categories
WITH collect(categories) AS baskets
CALL (baskets) {
  UNWIND baskets AS categories UNWIND categories AS c
  RETURN c, count(*) AS orders
}
WITH baskets, collect([c, orders]) AS totals
UNWIND baskets AS categories
UNWIND categories AS c
UNWIND categories AS d
WITH totals, size(baskets) AS all, c, d
WHERE elementId(c) < elementId(d)
WITH totals, all, c, d, count(*) AS orders
WITH c, d, orders, all, [t IN totals WHERE t[0] = c][0][1] AS ofC, [t IN totals WHERE t[0] = d][0][1] AS ofD
RETURN c.value AS category, d.value AS other, orders, round(1.0 * orders * all / (ofC * ofD), 2) AS lift
ORDER BY orders DESC, category, other
LIMIT $limit
