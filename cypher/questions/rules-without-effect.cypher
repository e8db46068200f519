// Question: Which of the merchandisers' rules have no effect today, and why?
// Parameters: limit
// Columns: name, action, why, from, until, missing (ids, and attributes as key=value, that the graph does not know)
CALL cartograph.rule.list() YIELD name, action, state, products, attributes, from, until, missing
WITH *, size(products) + reduce(values = 0, key IN keys(attributes) | values + size(attributes[key])) AS named
WHERE state <> 'acting' OR (named > 0 AND size(missing) = named)
RETURN name, action,
       CASE state WHEN 'over' THEN 'it is over: drop it' WHEN 'upcoming' THEN 'it begins later'
                  ELSE 'nothing of what it names is in the catalogue' END AS why,
       from, until, missing
ORDER BY state, until, name
LIMIT $limit
