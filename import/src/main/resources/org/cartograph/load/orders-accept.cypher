// Which of these orders are new, or newer than what the graph has?
// The Order node is the lock: whoever writes the same order at the same time waits here and then sees what the other wrote.
// An order of a person who was forgotten is never written again: it would bring the person back.
// `replacing` lives only inside this statement; setting it takes the lock of an order that exists already.
//
// :param orders => [{id: 'o1', version: datetime('2026-11-20T18:30:00Z'), status: 'completed', currency: 'EUR'}]
//   sorted by id; version null = before every other version
// Returns id and existed of the orders whose lines are to be written.
UNWIND $orders AS order
MERGE (o:Order {id: order.id})
  ON MATCH SET o.replacing = true
WITH order, o, o.replacing IS NOT NULL AS existed, o.updatedAt AS before
REMOVE o.replacing
WITH order, o, existed, before
WHERE o.erased IS NULL AND (before IS NULL OR before < order.version)
SET o.updatedAt = order.version, o.status = order.status, o.currency = order.currency
RETURN order.id AS id, existed;
