// The products of some orders that are not in the graph yet: created with nothing but their id, so that no purchase is lost.
//
// :param ids => ['p1', 'p2']      sorted
UNWIND $ids AS id
OPTIONAL MATCH (known:Product {id: id})
WITH id, known
WHERE known IS NULL
MERGE (:Product {id: id});
