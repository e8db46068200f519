/* An order, as POST /v1/orders takes it: one or a list of them. Each CALL that names a file holds the import's statement of that file. */
UNWIND CASE WHEN __value IS :: LIST<ANY> THEN __value ELSE [__value] END AS message
WITH message,
     coalesce(message.customerId, 'guest:' + message.orderId) AS customerId,
     [{
       id: message.orderId,
       version: datetime(coalesce(message.updatedAt, message.at)),
       status: message.status,
       currency: message.currency
     }] AS orders
CALL (orders) { /* orders-accept.cypher: no row of an order that is not newer, so nothing more is done for it */
  UNWIND orders AS order
  MERGE (o:Order {id: order.id})
    ON MATCH SET o.replacing = true
  WITH order, o, o.replacing IS NOT NULL AS existed, o.updatedAt AS before
  REMOVE o.replacing
  WITH order, o, existed, before
  WHERE o.erased IS NULL AND (before IS NULL OR before < order.version)
  SET o.updatedAt = order.version, o.status = order.status, o.currency = order.currency
  RETURN order.id AS id, existed
}
WITH message, customerId, existed,
     replace(toLower(trim(coalesce(message.status, ''))), ' ', '_')
       IN ['canceled', 'cancelled', 'cancel', 'cancellation', 'void', 'voided', 'failed',
           'payment_failed', 'declined', 'rejected', 'expired', 'abandoned', 'deleted'] AS cancelled
CALL (message, cancelled) { /* lines of the same product as one, at the mean price */
  UNWIND CASE WHEN cancelled THEN [] ELSE coalesce(message.lines, []) END AS line
  WITH line.productId AS productId,
       sum(line.quantity) AS quantity,
       min(line.unitPrice) AS least,
       max(line.unitPrice) AS most,
       sum(line.quantity * line.unitPrice) AS money,
       sum(CASE WHEN line.unitPrice IS NULL THEN 0.0 ELSE toFloat(line.quantity) END) AS priced
  ORDER BY productId
  RETURN collect({
           productId: productId,
           quantity: quantity,
           unitPrice: CASE WHEN least = most THEN toFloat(least) WHEN least IS NOT NULL THEN money / priced END
         }) AS lines,
         collect(productId) AS ids
}
WITH message, customerId, existed, lines, ids,
     CASE WHEN existed OR size(lines) > 0
       THEN [{id: customerId, guest: message.customerId IS NULL}] ELSE [] END AS customers
CALL (customers) { /* orders-customers.cypher */
  UNWIND customers AS customer
  MERGE (c:Customer {id: customer.id})
    ON CREATE SET c.anonymous = CASE WHEN customer.guest THEN true END
    ON MATCH SET c.locked = true, c.anonymous = CASE WHEN customer.guest THEN c.anonymous END
  REMOVE c.locked
}
WITH message, customerId, lines, ids,
     CASE WHEN existed THEN [{id: message.orderId, customerId: customerId}] ELSE [] END AS orders
CALL (orders) { /* orders-lines-remove.cypher */
  UNWIND orders AS order
  MATCH (o:Order {id: order.id})
  WITH order, o, o.customerId AS before
  REMOVE o.customerId
  WITH order, before
  UNWIND [order.customerId, 'guest:' + order.id, before] AS customerId
  WITH DISTINCT order.id AS orderId, customerId
  MATCH (:Customer {id: customerId})-[bought:PURCHASED]->(p:Product)
  WHERE bought.orderId = orderId
  DELETE bought
  WITH DISTINCT p
  ORDER BY p.id
  SET p.changedAt = datetime()
}
WITH message, customerId, lines, ids
CALL (ids) { /* orders-products.cypher */
  UNWIND ids AS id
  OPTIONAL MATCH (known:Product {id: id})
  WITH id, known
  WHERE known IS NULL
  MERGE (:Product {id: id})
}
WITH CASE WHEN size(lines) > 0
       THEN [{id: message.orderId, customerId: customerId, at: datetime(message.at), lines: lines}] ELSE [] END AS orders
CALL (orders) { /* orders-lines-create.cypher */
  UNWIND orders AS order
  MATCH (c:Customer {id: order.customerId})
  MATCH (o:Order {id: order.id})
  SET o.customerId = c.id
  WITH order, c
  UNWIND order.lines AS line
  MATCH (p:Product {id: line.productId})
  CREATE (c)-[:PURCHASED {orderId: order.id, at: order.at, quantity: line.quantity, unitPrice: line.unitPrice}]->(p)
}
