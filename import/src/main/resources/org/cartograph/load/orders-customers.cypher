// The customers of some orders. A guest order has a customer of its own, so that its basket counts and no person is invented.
// Whoever writes orders of the same customer at the same time waits here, so that nobody reads purchases that another is changing.
// A browser under whose id somebody orders is a customer from then on.
// `locked` lives only inside this statement; setting it takes the lock of a customer that exists already.
//
// :param customers => [{id: 'c1', guest: false}, {id: 'guest:o2', guest: true}]      sorted by id
UNWIND $customers AS customer
MERGE (c:Customer {id: customer.id})
  ON CREATE SET c.anonymous = CASE WHEN customer.guest THEN true END
  ON MATCH SET c.locked = true, c.anonymous = CASE WHEN customer.guest THEN c.anonymous END
REMOVE c.locked;
