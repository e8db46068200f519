// What customers think of products: one relationship per customer and product. The newest rating counts, of two at the same time the better.
// Products that are not in the graph are passed over.
//
// :param ratings => [{customerId: 'c1', productId: 'p1', stars: 5, at: datetime('2026-11-20T18:30:00Z')}]      sorted by customer and product
UNWIND $ratings AS row
MATCH (p:Product {id: row.productId})
MERGE (c:Customer {id: row.customerId})
MERGE (c)-[r:RATED]->(p)
  ON CREATE SET r.stars = row.stars, r.at = row.at
  ON MATCH SET r += CASE
    WHEN r.at IS NULL OR r.at < row.at OR (r.at = row.at AND r.stars < row.stars) THEN {stars: row.stars, at: row.at}
    ELSE {}
  END
RETURN count(*) AS written;
