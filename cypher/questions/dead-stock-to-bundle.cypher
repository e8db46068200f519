// Question: What lies in the warehouse, and which bestseller could take it along?
// Parameters: days (without a sale, e.g. 90), limit
// Columns: id, name, stock, daysSinceLast (null when never sold), bundle (name of the companion), orders (with both)
MATCH (:Customer)-[line:PURCHASED]->(:Product)
WHERE line.at <= datetime()
WITH max(line.at) AS newest
MATCH (p:Product)
WHERE p.stock > 0
OPTIONAL MATCH (p)<-[line:PURCHASED]-()
WITH newest, p, max(line.at) AS last
WHERE last IS NULL OR duration.inDays(last, newest).days >= $days
WITH p, duration.inDays(last, newest).days AS daysSinceLast
ORDER BY p.stock * coalesce(p.price, 1) DESC, p.id
LIMIT $limit
CALL (p) {
  OPTIONAL MATCH (q:Product)-[r:BOUGHT_TOGETHER]-(p)
  WITH q, max(r.orders) AS orders, max(r.score) AS score
  ORDER BY COUNT { (q)<-[:PURCHASED]-() } * score DESC
  LIMIT 1
  RETURN q.name AS bundle, orders
}
RETURN p.id AS id, p.name AS name, p.stock AS stock, daysSinceLast, bundle, orders
ORDER BY stock * coalesce(p.price, 1) DESC, id
