// Question: Which products come back?
// Parameters: minimumOrders (orders with the product, e.g. 20), limit
// Columns: id, name, purchases, returns, rate
MATCH (p:Product)<-[:RETURNED]-()
WITH DISTINCT p
WITH p, COUNT { (p)<-[:PURCHASED]-() } AS purchases, COUNT { (p)<-[:RETURNED]-() } AS returns
WHERE purchases >= $minimumOrders
RETURN p.id AS id, p.name AS name, purchases, returns, round(1.0 * returns / purchases, 3) AS rate
ORDER BY rate DESC, returns DESC, id
LIMIT $limit
