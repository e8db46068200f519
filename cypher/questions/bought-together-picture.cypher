// Question: What is bought with this product, as a picture?
// Parameters: product (id of a product)
// Columns: product, r, neighbour (draw them in Neo4j Browser)
MATCH (product:Product {id: $product})-[r:BOUGHT_TOGETHER]->(neighbour:Product)
RETURN product, r, neighbour
ORDER BY r.score DESC
LIMIT 10
