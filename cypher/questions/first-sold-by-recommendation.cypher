// Question: Which products were sold for the first time because they were recommended?
// Parameters: limit
// Columns: id, name, firstSale, placement, source, shownBefore (how often it had been seen until then)
MATCH (:Recommendation)-[s:SHOWED]->(p:Product)
WHERE s.boughtAt IS NOT NULL
WITH p, s ORDER BY s.boughtAt
WITH p, head(collect(s)) AS first
WHERE NOT EXISTS { (p)<-[b:PURCHASED]-() WHERE b.at < first.boughtAt }
RETURN p.id AS id, p.name AS name, first.boughtAt AS firstSale, first.placement AS placement, first.source AS source,
       COUNT { (p)<-[o:SHOWED]-() WHERE o.seenAt < first.boughtAt } AS shownBefore
ORDER BY firstSale DESC, id
LIMIT $limit
