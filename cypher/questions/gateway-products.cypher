// Question: Which first purchases make loyal customers?
// Parameters: minimumCustomers (who began with the product, e.g. 20), limit
// Columns: id, name, began (customers with it in their first order), returned (of them), rate, usual (rate of all customers)
MATCH (c:Customer)-[line:PURCHASED]->(:Product)
WHERE NOT coalesce(c.anonymous, false)
WITH c, line.orderId AS order, min(line.at) AS at
ORDER BY at
WITH c, collect(order) AS orders
WITH collect({customer: c, first: orders[0], returned: CASE WHEN size(orders) > 1 THEN 1.0 ELSE 0.0 END}) AS starts,
     avg(CASE WHEN size(orders) > 1 THEN 1.0 ELSE 0.0 END) AS usual
UNWIND starts AS start
WITH start.customer AS c, start, usual
MATCH (c)-[line:PURCHASED {orderId: start.first}]->(p:Product)
WITH p, usual, count(DISTINCT c) AS began, sum(start.returned) AS returned
WHERE began >= $minimumCustomers
RETURN p.id AS id, p.name AS name, began, toInteger(returned) AS returned, round(returned / began, 3) AS rate,
       round(usual, 3) AS usual
ORDER BY rate DESC, began DESC, id
LIMIT $limit
