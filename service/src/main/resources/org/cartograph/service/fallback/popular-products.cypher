// What sells, as the plugin itself would offer it to a stranger: overall, and in each of the largest categories, so that
// a filter by category leaves something. Hidden, inactive and sold-out products are left out by the plugin.
CALL {
  MATCH (category:Category)
  WITH category, COUNT { (category)<-[:HAS]-() } AS size
  ORDER BY size DESC LIMIT $categories
  RETURN collect(DISTINCT category.value) AS names
}
// One box is enough, whichever stands first.
CALL cartograph.context.list('home') YIELD placement, position
WITH names, placement, position WHERE position = 1
WITH names, {placements: [placement], explore: false} AS box
UNWIND [box {.*, limit: $overall}]
  + [name IN names | box {.*, limit: $perCategory, filter: {categories: [name]}}] AS request
CALL cartograph.recommend('home', request) YIELD product
WITH DISTINCT product
RETURN product.id AS id, toStringOrNull(product.name) AS name, toFloatOrNull(product.price) AS price,
       toStringOrNull(product.url) AS url, toStringOrNull(product.image) AS image,
       [(product)-[:HAS]->(a:Attribute) WHERE NOT a:Token AND toStringOrNull(a.value) IS NOT NULL
         | [a.key, toString(a.value)]]
         + [(product)-[:HAS]->(:Category)-[:CHILD_OF*1..20]->(above:Category)
           WHERE toStringOrNull(above.value) IS NOT NULL | ['category', toString(above.value)]] AS attributes
