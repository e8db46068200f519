// Question: How much has happened since the model was built?
// Parameters: none
// Columns: id, builtAt, purchases (it has seen), since (purchases dated after it), products, edges
MATCH (m:Model)
WITH m ORDER BY m.builtAt DESC LIMIT 1
RETURN m.id AS id, m.builtAt AS builtAt, m.purchases AS purchases,
       COUNT { (:Customer)-[line:PURCHASED]->(:Product) WHERE line.at > m.builtAt } AS since,
       m.products AS products, m.edges AS edges
