// Question: Which products could be sold as one, and how much cheaper than apart?
// Parameters: minimumOrders (orders with all of them, e.g. 20), limit
// Columns: products, orders, lift, price, margin, discountPercent (largest that leaves a tenth as margin; null without margins)
CALL cartograph.bundles({minimumOrders: $minimumOrders, limit: $limit, marginFloor: 0.1})
YIELD productNames, orders, lift, price, margin, discountPercent
RETURN productNames AS products, orders, lift, price, margin, discountPercent
