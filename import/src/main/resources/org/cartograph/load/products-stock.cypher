// How many pieces of products are left; null sells without counting. Nothing is learned from it, so no mark.
//
// :param stocks => [{id: 'p1', stock: 3}, {id: 'p2', stock: null}]      sorted by id
// Returns the ids of the products that the graph knows.
UNWIND $stocks AS row
MATCH (p:Product {id: row.id})
SET p.stock = row.stock
RETURN p.id AS id;
