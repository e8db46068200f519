// Which category lies in which. Both must exist.
//
// :param categories => [['Road Bikes', 'Bikes'], ['Helmets', 'Accessories']]
UNWIND $categories AS category
MATCH (child:Attribute {key: 'category', value: category[0]})
MATCH (parent:Attribute {key: 'category', value: category[1]})
MERGE (child)-[:CHILD_OF]->(parent);
