// Question: Do customers move to dearer products within a category, from one order to the next?
// Parameters: limit
// Columns: category, moves (later purchases in the category), dearer, cheaper, medianChange (of the unit price, as a factor)
MATCH (c:Customer)-[line:PURCHASED]->(:Product)-[:HAS]->(category:Category)
WHERE NOT coalesce(c.anonymous, false) AND line.unitPrice > 0
WITH c, category, line.orderId AS order, min(line.at) AS at, avg(line.unitPrice) AS price
ORDER BY at
WITH c, category, collect(price) AS prices
UNWIND range(1, size(prices) - 1) AS i
WITH category, prices[i] / prices[i - 1] AS change
RETURN category.value AS category, count(change) AS moves, sum(CASE WHEN change > 1 THEN 1 ELSE 0 END) AS dearer,
       sum(CASE WHEN change < 1 THEN 1 ELSE 0 END) AS cheaper, round(percentileCont(change, 0.5), 3) AS medianChange
ORDER BY moves DESC, category
LIMIT $limit
