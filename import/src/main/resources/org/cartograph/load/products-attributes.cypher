// Which attributes products have: those of the given keys that are not listed any more are taken away, missing ones added.
// A product that was there before is marked when any of its attributes came or went. Products and attributes must exist.
//
// :param products => [{id: 'p1', known: true, keys: ['color', 'category'], attributes: [{key: 'color', value: 'red'}]}]
UNWIND $products AS product
MATCH (p:Product {id: product.id})
CALL (p, product) {
  MATCH (p)-[gone:HAS]->(a:Attribute)
  WHERE a.key IN product.keys AND NOT {key: a.key, value: a.value} IN product.attributes
  DELETE gone
  RETURN count(*) AS removed
}
WITH p, product, removed, COUNT { (p)-[:HAS]->() } AS kept
CALL (p, product) {
  UNWIND product.attributes AS attribute
  MATCH (a:Attribute {key: attribute.key, value: attribute.value})
  MERGE (p)-[:HAS]->(a)
  RETURN count(*) AS listed
}
WITH p, product, removed, kept, listed, COUNT { (p)-[:HAS]->() } AS now
WHERE product.known AND (removed > 0 OR now > kept)
SET p.changedAt = datetime();
