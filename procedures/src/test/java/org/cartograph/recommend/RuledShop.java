package org.cartograph.recommend;

import static org.cartograph.fixture.TestDatabase.rows;
import static org.cartograph.recommend.Asking.recommend;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;

/** The corner shop with brands, a diet and a category above drinks: butter, jam and milk, in this order, go with bread. */
final class RuledShop {
    /** A request for everything that goes with bread, without surprises. */
    static final String BREAD = "{products: ['bread'], limit: 100, explore: false}";

    private RuledShop() {}

    static void open() {
        CornerShop.open();
        rows("MATCH (c:Category {value: 'drinks'}) "
                + "CREATE (c)-[:CHILD_OF]->(:Attribute:Category {key: 'category', value: 'liquids'})");
        rows("CREATE (b:Attribute:Brand {key: 'brand', value: 'Miller'}) WITH b "
                + "MATCH (p:Product) WHERE p.id IN ['jam', 'honey'] CREATE (p)-[:HAS]->(b)");
        rows("CREATE (a:Attribute {key: 'diet', value: 'vegan'}) WITH a "
                + "MATCH (p:Product) WHERE p.id IN ['jam', 'tea'] CREATE (p)-[:HAS]->(a)");
        rows("CALL cartograph.model.build({ridgeNeighbours: 0, walkAlpha: 1, beta: 0, coldStart: {kappa: 0}})");
    }

    static void set(String name, String config) {
        rows("CALL cartograph.rule.set($name, " + config + ")", Map.of("name", name));
    }

    static double score(String id) {
        return recommend("cart", BREAD).stream()
                .filter(item -> id.equals(item.get("productId")))
                .mapToDouble(item -> (Double) item.get("score"))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, Object> explain(String id) {
        return rows("CALL cartograph.explain({context: 'cart', products: ['bread'], limit: 100, explore: false, "
                        + "placements: ['complete-the-basket']}, '" + id + "')")
                .get(0);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> parts(Map<String, Object> explained) {
        return (List<Map<String, Object>>) explained.get("parts");
    }
}
