// Question: Which products that sell do the merchandisers' rules hide?
// Parameters: minimumOrders (e.g. 20), limit
// Columns: id, name, orders, rules (that hide it somewhere)
CALL cartograph.rule.list() YIELD name AS rule, action, state, products AS ids, attributes
WHERE action = 'hide' AND state = 'acting'
WITH rule, ids, attributes, keys(attributes) AS keys
CALL (ids, attributes, keys) {
  UNWIND ids AS id
  MATCH (p:Product {id: id})
  RETURN p
  UNION
  UNWIND attributes[head(keys)] AS value
  MATCH (b:Attribute {key: head(keys), value: value})<-[:CHILD_OF*0..20]-(:Attribute)<-[:HAS]-(p:Product)
  WHERE all(key IN tail(keys) WHERE EXISTS {
    MATCH (p)-[:HAS]->(:Attribute)-[:CHILD_OF*0..20]->(c:Attribute {key: key})
    WHERE c.value IN attributes[key] })
  RETURN p
}
WITH p, collect(DISTINCT rule) AS rules, COUNT { (p)<-[:PURCHASED]-() } AS orders
WHERE orders >= $minimumOrders
RETURN p.id AS id, p.name AS name, orders, rules
ORDER BY orders DESC, id
LIMIT $limit
