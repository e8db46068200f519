// What is known of products: properties named in `facts` are set, or taken away where they are null; others stay.
//
// :param products => [{id: 'p1', facts: {name: 'Red mug', price: 9.9, stock: 12, url: null}}]      sorted by id
UNWIND $products AS product
MERGE (p:Product {id: product.id})
SET p += product.facts;
