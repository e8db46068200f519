// What is known of products: properties named in `facts` are set, or taken away where they are null; others stay.
// A product that was there before is marked when its price is another one. A new one needs no mark.
//
// :param products => [{id: 'p1', facts: {name: 'Red mug', price: 9.9, stock: 12, url: null}}]      sorted by id
// Returns the ids of the products that were there before.
UNWIND $products AS product
OPTIONAL MATCH (known:Product {id: product.id})
MERGE (p:Product {id: product.id})
SET p.changedAt = CASE
  WHEN known IS NOT NULL AND 'price' IN keys(product.facts) AND coalesce(p.price, -1) <> coalesce(product.facts.price, -1) THEN datetime()
  ELSE p.changedAt
END
SET p += product.facts
WITH product, known
WHERE known IS NOT NULL
RETURN product.id AS id;
