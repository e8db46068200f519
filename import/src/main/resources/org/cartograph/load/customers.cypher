// Customers, and whether they consent to personal recommendations; null leaves what is known.
//
// :param customers => [{id: 'c1', consent: true}, {id: 'c2', consent: null}]      sorted by id
UNWIND $customers AS customer
MERGE (c:Customer {id: customer.id})
SET c.consent = coalesce(customer.consent, c.consent);
