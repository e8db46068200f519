// Question: How much of the catalogue does each kind of edge cover?
// Parameters: none
// Columns: family, edges, from (products with a row), to (products in some row), coverage (share of all products with a row)
MATCH (p:Product)
WITH count(p) AS products
MATCH (p:Product)-[r:BOUGHT_TOGETHER|BOUGHT_NEXT|ALSO_BOUGHT|ALSO_VIEWED|SIMILAR]->(q:Product)
WITH products, type(r) AS family, count(r) AS edges, count(DISTINCT p) AS from, count(DISTINCT q) AS to
RETURN family, edges, from, to, round(1.0 * from / products, 3) AS coverage
ORDER BY family
