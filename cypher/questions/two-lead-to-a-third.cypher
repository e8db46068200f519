// Question: Which two products in a basket call for a third?
// Parameters: minimumOrders (orders with all three, e.g. 20), limit
// Columns: products (two names), third, orders, confidence, lift
CALL cartograph.rules({minimumItems: 3, minimumOrders: $minimumOrders, orderBy: 'confidence', limit: $limit})
YIELD antecedentNames, consequentName, orders, confidence, lift
RETURN antecedentNames AS products, consequentName AS third, orders, confidence, lift
