// Attribute nodes, shared by all products that have them. Well-known keys carry a second label.
//
// :param attributes => [{key: 'color', value: 'red'}, {key: 'category', value: 'Mugs'}]      sorted by key and value
UNWIND $attributes AS attribute
MERGE (a:Attribute {key: attribute.key, value: attribute.value})
FOREACH (ignored IN CASE attribute.key WHEN 'category' THEN [1] ELSE [] END | SET a:Category)
FOREACH (ignored IN CASE attribute.key WHEN 'brand' THEN [1] ELSE [] END | SET a:Brand)
FOREACH (ignored IN CASE attribute.key WHEN 'priceBand' THEN [1] ELSE [] END | SET a:PriceBand)
FOREACH (ignored IN CASE attribute.key WHEN 'token' THEN [1] ELSE [] END | SET a:Token);
