// Brings a Northwind graph, as Neo4j's own guide builds it, to Cartograph's model. It stays where it is: nodes get our properties beside theirs.
//
//   before  (:Customer {customerID})-[:PURCHASED]->(:Order {orderID, orderDate})-[:ORDERS {quantity, unitPrice}]->(:Product {productID, productName,
//           unitPrice, unitsInStock, discontinued})-[:PART_OF]->(:Category {categoryName}), (:Supplier {companyName})-[:SUPPLIES]->(:Product)
//   after   (:Customer {id})-[:PURCHASED {orderId, at, quantity, unitPrice}]->(:Product {id, name, price, stock, active})-[:HAS]->(:Attribute)
//
// Four words mean something in both. Customer, Product and Order nodes serve as ours. Category nodes become attributes as well.
// PURCHASED leads to a product with us and to an order there, so Northwind's is renamed PLACED: queries of your own have to follow.
//
// Run it as often as you like: products are brought up to date, and only orders that have no purchases yet are added. (To take an order again that
// has changed, delete its PURCHASED relationships first.) In transactions of its own, so with cypher-shell -f, or in Neo4j Browser statement by
// statement with :auto in front. Dates are ISO texts (1996-07-04, with or without a time) or temporal values.
CALL cartograph.schema.install();

// Customers.
MATCH (c:Customer)
WHERE c.customerID IS NOT NULL
CALL (c) {
  SET c.id = toString(c.customerID)
} IN TRANSACTIONS OF 1000 ROWS;

// Products. Numbers may be texts, and discontinued true, 1 or "1".
MATCH (p:Product)
WHERE p.productID IS NOT NULL
CALL (p) {
  SET p.id = toString(p.productID), p.name = p.productName, p.price = toFloat(p.unitPrice), p.stock = toInteger(p.unitsInStock),
      p.active = NOT toLower(toString(coalesce(p.discontinued, false))) IN ['true', '1']
} IN TRANSACTIONS OF 1000 ROWS;

// Categories become attributes. Where a second node has the same name, the first one stands for both.
MATCH (c:Category)
WHERE c.categoryName IS NOT NULL
WITH c.categoryName AS value, collect(c) AS same
WHERE NOT EXISTS { (:Attribute {key: 'category', value: value}) }
WITH value, same[0] AS c
SET c:Attribute, c.key = 'category', c.value = value;

MATCH (p:Product)-[:PART_OF]->(c:Category)
MATCH (a:Attribute {key: 'category', value: c.categoryName})
CALL (p, a) {
  MERGE (p)-[:HAS]->(a)
} IN TRANSACTIONS OF 1000 ROWS;

// Suppliers too: who makes a thing says what it is like.
MATCH (s:Supplier)-[:SUPPLIES]->(p:Product)
WHERE s.companyName IS NOT NULL
CALL (s, p) {
  MERGE (a:Attribute {key: 'supplier', value: s.companyName})
  MERGE (p)-[:HAS]->(a)
} IN TRANSACTIONS OF 1000 ROWS;

// The words of a name, without which most products would have little in common.
MATCH (p:Product)
WHERE p.productID IS NOT NULL AND p.name IS NOT NULL
CALL (p) {
  UNWIND split(replace(replace(toLower(p.name), "'", ' '), '-', ' '), ' ') AS word
  WITH DISTINCT p, word
  WHERE size(word) > 2
  MERGE (a:Attribute {key: 'token', value: word})
  SET a:Token
  MERGE (p)-[:HAS]->(a)
} IN TRANSACTIONS OF 1000 ROWS;

// PURCHASED to an order is PLACED.
MATCH (c:Customer)-[r:PURCHASED]->(o:Order)
CALL (c, r, o) {
  MERGE (c)-[:PLACED]->(o)
  DELETE r
} IN TRANSACTIONS OF 1000 ROWS;

MATCH (o:Order)
WHERE o.orderID IS NOT NULL
CALL (o) {
  SET o.id = toString(o.orderID)
} IN TRANSACTIONS OF 1000 ROWS;

// Orders without purchases get them, one for each product.
MATCH (c:Customer)-[:PLACED]->(o:Order)
WHERE o.orderID IS NOT NULL AND o.orderDate IS NOT NULL
CALL (c, o) {
  WITH c, o
  WHERE NOT EXISTS { (c)-[:PURCHASED {orderId: o.id}]->(:Product) }
  MATCH (o)-[line:ORDERS]->(p:Product)
  WITH c, o, p, sum(coalesce(toInteger(line.quantity), 1)) AS quantity, avg(toFloat(line.unitPrice)) AS unitPrice,
       datetime(replace(toString(o.orderDate), ' ', 'T')) AS at
  CREATE (c)-[:PURCHASED {orderId: o.id, at: at, quantity: quantity, unitPrice: unitPrice}]->(p)
  SET o.updatedAt = at
} IN TRANSACTIONS OF 1000 ROWS;
