// Question: Which products of different categories belong together more than chance would have it?
// Parameters: minimumOrders (orders with both, e.g. 20), limit
// Columns: product, neighbour, orders, confidence, lift
CALL cartograph.rules({acrossCategories: true, minimumOrders: $minimumOrders, minimumLift: 1, orderBy: 'lift', limit: $limit})
YIELD antecedentNames, consequentName, orders, confidence, lift
RETURN antecedentNames[0] AS product, consequentName AS neighbour, orders, confidence, lift
