// Question: Which of the merchandisers' rules act now, and on how many products?
// Parameters: limit
// Columns: name, action, products (that the rule is about), sellable (active and in stock), share (of the catalogue), until, note
CALL cartograph.rule.list() YIELD name, action, state, products AS ids, attributes, until, note
WHERE state = 'acting'
WITH name, action, ids, attributes, keys(attributes) AS keys, until, note, COUNT { (:Product) } AS catalogue
CALL (ids, attributes, keys) {
  UNWIND ids AS id
  MATCH (p:Product {id: id})
  RETURN p
  UNION
  // One key leads to the products, the others narrow them down; what is below a category is in it.
  UNWIND attributes[head(keys)] AS value
  MATCH (b:Attribute {key: head(keys), value: value})<-[:CHILD_OF*0..20]-(:Attribute)<-[:HAS]-(p:Product)
  WHERE all(key IN tail(keys) WHERE EXISTS {
    MATCH (p)-[:HAS]->(:Attribute)-[:CHILD_OF*0..20]->(c:Attribute {key: key})
    WHERE c.value IN attributes[key] })
  RETURN p
  UNION
  // A margin rule may be about everything.
  MATCH (p:Product)
  WHERE size(ids) + size(keys) = 0
  RETURN p
}
WITH name, action, until, note, catalogue, count(DISTINCT p) AS products,
     count(DISTINCT CASE WHEN coalesce(p.active, true) AND coalesce(p.stock, 1) > 0 THEN p END) AS sellable
RETURN name, action, products, sellable, round(1.0 * products / catalogue, 3) AS share, until, note
ORDER BY products DESC, name
LIMIT $limit
