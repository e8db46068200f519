/* A product, as PUT /v1/products takes it: one or a list of them. Each CALL that names a file holds the import's statement of that file. */
UNWIND CASE WHEN __value IS :: LIST<ANY> THEN __value ELSE [__value] END AS message
OPTIONAL MATCH (before:Product {id: message.productId})
WITH message,
     [{
       id: message.productId,
       facts: message {
         .*,
         id: message.productId,
         productId: null,
         attributes: null,
         releasedAt: CASE WHEN 'releasedAt' IN keys(message) THEN datetime(message.releasedAt) ELSE before.releasedAt END,
         availableFrom: CASE WHEN 'availableFrom' IN keys(message) THEN datetime(message.availableFrom) ELSE before.availableFrom END,
         availableUntil: CASE WHEN 'availableUntil' IN keys(message) THEN datetime(message.availableUntil) ELSE before.availableUntil END
       }
     }] AS products
CALL (products) {
  CALL (products) { /* products.cypher */
    UNWIND products AS product
    OPTIONAL MATCH (known:Product {id: product.id})
    MERGE (p:Product {id: product.id})
    SET p.changedAt = CASE
      WHEN known IS NOT NULL AND 'price' IN keys(product.facts) AND coalesce(p.price, -1) <> coalesce(product.facts.price, -1) THEN datetime()
      ELSE p.changedAt
    END
    SET p += product.facts
    WITH product, known
    WHERE known IS NOT NULL
    RETURN product.id AS id
  }
  RETURN count(id) > 0 AS known
}
CALL (message) { /* a value, or a list of values, or null for none */
  UNWIND keys(coalesce(message.attributes, {})) AS key
  WITH key, message.attributes[key] AS given
  UNWIND CASE WHEN given IS NULL THEN [] WHEN given IS :: LIST<ANY> THEN given ELSE [given] END AS value
  WITH DISTINCT key, toString(value) AS value
  ORDER BY key, value
  RETURN collect({key: key, value: value}) AS attributes
}
CALL (attributes) { /* attributes.cypher */
  UNWIND attributes AS attribute
  MERGE (a:Attribute {key: attribute.key, value: attribute.value})
  FOREACH (ignored IN CASE attribute.key WHEN 'category' THEN [1] ELSE [] END | SET a:Category)
  FOREACH (ignored IN CASE attribute.key WHEN 'brand' THEN [1] ELSE [] END | SET a:Brand)
  FOREACH (ignored IN CASE attribute.key WHEN 'priceBand' THEN [1] ELSE [] END | SET a:PriceBand)
  FOREACH (ignored IN CASE attribute.key WHEN 'token' THEN [1] ELSE [] END | SET a:Token)
}
WITH [{
       id: message.productId,
       known: known,
       keys: keys(coalesce(message.attributes, {})),
       attributes: attributes
     }] AS products
CALL (products) { /* products-attributes.cypher */
  UNWIND products AS product
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
  SET p.changedAt = datetime()
}
