// Which attributes products have: those of the given keys that are not listed any more are taken away, missing ones added.
// Products and attributes must exist.
//
// :param products => [{id: 'p1', keys: ['color', 'category'], attributes: [{key: 'color', value: 'red'}]}]
UNWIND $products AS product
MATCH (p:Product {id: product.id})
CALL (p, product) {
  MATCH (p)-[gone:HAS]->(a:Attribute)
  WHERE a.key IN product.keys AND NOT {key: a.key, value: a.value} IN product.attributes
  DELETE gone
}
WITH p, product
UNWIND product.attributes AS attribute
MATCH (a:Attribute {key: attribute.key, value: attribute.value})
MERGE (p)-[:HAS]->(a);
