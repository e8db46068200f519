// Question: What do customers buy after this product, and how soon?
// Parameters: product (id of a product), limit
// Columns: id, name, customers, medianDays
MATCH (p:Product {id: $product})<-[first:PURCHASED]-(c:Customer)
WITH p, c, min(first.at) AS since
MATCH (c)-[later:PURCHASED]->(q:Product)
WHERE later.at > since AND q <> p
WITH q, c, min(duration.inDays(since, later.at).days) AS days
RETURN q.id AS id, q.name AS name, count(c) AS customers, percentileCont(days, 0.5) AS medianDays
ORDER BY customers DESC, id
LIMIT $limit
