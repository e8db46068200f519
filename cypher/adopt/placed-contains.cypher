// Brings a shop graph with order nodes to Cartograph's model. It stays where it is: nodes get our properties beside theirs.
//
//   before  (:Customer)-[:PLACED]->(:Order)-[:CONTAINS]->(:Product), and perhaps a (:Category) of the product
//   after   (:Customer {id})-[:PURCHASED {orderId, at, quantity, unitPrice}]->(:Product {id, name, price, stock})-[:HAS]->(:Attribute)
//
// Names differ from shop to shop. Those looked for are below, the first that a node has is taken. Ids become texts, also where yours is a number
// in a property called id. An order nobody placed is a guest's. Cancelled orders are left out.
//
// Run it as often as you like: products are brought up to date, and only orders that have no purchases yet are added. (To take an order again that
// has changed, delete its PURCHASED relationships first.) In transactions of its own, so with cypher-shell -f, or in Neo4j Browser statement by
// statement with :auto in front. Times are ISO texts, milliseconds since 1970, or temporal values. An order without one is passed over.
CALL cartograph.schema.install();

// Customers.
MATCH (c:Customer)
WHERE EXISTS { (c)-[:PLACED]->(:Order) } OR c.id IS NULL
CALL (c) {
  SET c.id = toString(coalesce(c.id, c.customerId, c.customerID, c.customer_id, c.email, elementId(c)))
} IN TRANSACTIONS OF 1000 ROWS;

// Products.
MATCH (p:Product)
CALL (p) {
  SET p.id = toString(coalesce(p.id, p.productId, p.productID, p.product_id, p.sku, elementId(p))),
      p.name = coalesce(p.name, p.title, p.productName),
      p.price = toFloat(coalesce(p.price, p.unitPrice)),
      p.stock = toInteger(coalesce(p.unitsInStock, p.inventory, p.stockQuantity, p.stock))
} IN TRANSACTIONS OF 1000 ROWS;

// Categories become attributes. Where a second node has the same name, the first one stands for both.
MATCH (c:Category)
WHERE c.key IS NULL AND coalesce(c.name, c.title, c.categoryName) IS NOT NULL
WITH coalesce(c.name, c.title, c.categoryName) AS value, collect(c) AS same
WHERE NOT EXISTS { (:Attribute {key: 'category', value: value}) }
WITH value, same[0] AS c
SET c:Attribute, c.key = 'category', c.value = value;

MATCH (p:Product)-[:IN_CATEGORY|BELONGS_TO|PART_OF|HAS_CATEGORY]->(c:Category)
MATCH (a:Attribute {key: 'category', value: coalesce(c.name, c.title, c.categoryName, c.value)})
CALL (p, a) {
  MERGE (p)-[:HAS]->(a)
} IN TRANSACTIONS OF 1000 ROWS;

MATCH (o:Order)
WHERE EXISTS { (o)-[:CONTAINS]->(:Product) }
CALL (o) {
  SET o.id = toString(coalesce(o.id, o.orderId, o.orderID, o.order_id, elementId(o)))
} IN TRANSACTIONS OF 1000 ROWS;

// Orders that nobody placed.
MATCH (o:Order)
WHERE EXISTS { (o)-[:CONTAINS]->(:Product) } AND NOT EXISTS { (:Customer)-[:PLACED]->(o) }
CALL (o) {
  MERGE (c:Customer {id: 'guest:' + o.id})
  SET c.anonymous = true
  MERGE (c)-[:PLACED]->(o)
} IN TRANSACTIONS OF 1000 ROWS;

// Orders without purchases get them, one for each product.
MATCH (c:Customer)-[placed:PLACED]->(o:Order)
WITH c, o, coalesce(o.at, o.placedAt, o.orderedAt, o.orderDate, o.date, o.createdAt, placed.at, placed.date) AS placedAt
WHERE placedAt IS NOT NULL AND NOT toLower(coalesce(toString(o.status), '')) IN ['cancelled', 'canceled']
CALL (c, o, placedAt) {
  WITH c, o, CASE WHEN placedAt IS :: INTEGER THEN datetime({epochMillis: placedAt})
                  ELSE datetime(replace(toString(placedAt), ' ', 'T')) END AS at
  WHERE NOT EXISTS { (c)-[:PURCHASED {orderId: o.id}]->(:Product) }
  MATCH (o)-[line:CONTAINS]->(p:Product)
  WITH c, o, p, at, sum(coalesce(toInteger(line.quantity), 1)) AS quantity,
       avg(coalesce(toFloat(line.unitPrice), toFloat(line.price), p.price)) AS unitPrice
  CREATE (c)-[:PURCHASED {orderId: o.id, at: at, quantity: quantity, unitPrice: unitPrice}]->(p)
  SET o.updatedAt = CASE WHEN o.updatedAt IS :: ZONED DATETIME THEN o.updatedAt ELSE at END
} IN TRANSACTIONS OF 1000 ROWS;
