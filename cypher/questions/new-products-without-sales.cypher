// Question: What did products without sales inherit from products like them?
// Parameters: limit
// Columns: id, name, family, edges (of the product's own rows), via (products they come from), receives (rows it is in)
MATCH (p:Product)-[r:BOUGHT_TOGETHER|BOUGHT_NEXT|ALSO_BOUGHT|ALSO_VIEWED]->(:Product)
WHERE r.inherited AND NOT EXISTS { (p)<-[:PURCHASED]-() }
WITH p, type(r) AS family, count(r) AS edges, collect(DISTINCT r.via)[..5] AS via
RETURN p.id AS id, p.name AS name, family, edges, via, COUNT { (p)<-[in]-(:Product) WHERE type(in) = family } AS receives
ORDER BY edges DESC, id, family
LIMIT $limit
