// The customers of some orders. A guest order has a customer of its own, so that its basket counts and no person is invented.
//
// :param customers => [{id: 'c1', guest: false}, {id: 'guest:o2', guest: true}]      sorted by id
UNWIND $customers AS customer
MERGE (c:Customer {id: customer.id})
  ON CREATE SET c.anonymous = CASE WHEN customer.guest THEN true END;
