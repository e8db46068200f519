package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;
import static org.cartograph.recommend.OneBox.box;
import static org.cartograph.recommend.OneBox.build;
import static org.cartograph.recommend.OneBox.ids;
import static org.cartograph.recommend.OneBox.product;
import static org.cartograph.recommend.OneBox.text;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What else speaks for a product in any box, and what is written above it. */
class BoxSignalsTest {
    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void takesStaffPicksAndStarsAsSignals() {
        build();
        rows("CALL cartograph.picks.set('favourites', {products: ['sled', 'honey']})");
        rows("MATCH (p:Product {id: 'jam'}) SET p.rating = 4.6, p.ratings = 12");
        rows(
                "CALL cartograph.context.set('home', {placements: ['picked', 'rated'], recipes: {picked: {basis: 'similar', "
                        + "similar: 0, alsoViewed: 0, popularInCategory: 0, staffPicks: 1}, rated: {basis: 'similar', similar: 0, "
                        + "alsoViewed: 0, popularInCategory: 0, topRated: 1}}})");

        List<Map<String, Object>> picked = box("home", "picked", "");
        assertThat(ids(picked)).containsExactly("sled", "honey");
        assertThat(text(picked.get(0))).isEqualTo("Picked by our staff");
        List<Map<String, Object>> rated = box("home", "rated", "");
        assertThat(ids(rated)).containsExactly("jam");
        assertThat(text(rated.get(0))).isEqualTo("Rated 4.6 stars");
    }

    @Test
    void fillsWithStaffPicksBeforeBestsellers() {
        rows("CALL cartograph.picks.set('favourites', {products: ['sled']})");

        assertThat(rows(
                        "CALL cartograph.recommend('home', {placements: ['for-you'], limit: 2}) YIELD productId, source, "
                                + "fallback, title RETURN *"))
                .first()
                .satisfies(item -> assertThat(item)
                        .containsEntry("productId", "sled")
                        .containsEntry("source", "STAFF_PICK")
                        .containsEntry("fallback", true)
                        .containsEntry("title", "You may also like"));
    }

    @Test
    void favoursTheCategoriesOfThePast() {
        rows(
                "MATCH (p:Product {id: 'milk'}) CREATE (p)-[:HAS]->(:Attribute:Category {key: 'category', value: 'dairy'})");
        CornerShop.buy("eva", "e1", 0, "honey");
        build();
        String mild = "customerId: 'eva', products: ['bread'], limit: 8";
        List<Object> before = ids(box("cart", "complete-the-basket", mild));

        rows("MATCH (p:Product {id: 'jam'})-[has:HAS]->() DELETE has");
        rows("MATCH (p:Product {id: 'jam'}) SET p.changedAt = datetime() "
                + "CREATE (p)-[:HAS]->(:Attribute:Category {key: 'category', value: 'sweets'})");
        rows("CALL cartograph.context.set('cart', {recipes: {`complete-the-basket`: {taste: {category: 10}}}})");
        List<Object> after = ids(box("cart", "complete-the-basket", mild));

        assertThat(before).containsAnyOf("jam");
        assertThat(after.indexOf("jam")).isGreaterThan(before.indexOf("jam"));
    }

    @Test
    void letsSinkWhatIsSentBackMoreThanUsual() {
        ShelfShop.open();
        ShelfShop.ownBrands();
        rows("MATCH (p:Product) UNWIND range(1, 50) AS i CREATE (:Customer {id: p.id + '-' + i})-[:PURCHASED {orderId: "
                + "p.id + '-' + i, at: datetime() - duration({days: 100})}]->(p)");
        rows(
                "MATCH (c:Customer)-[:PURCHASED]->(p:Product {id: 'p1'}) WITH c, p LIMIT 30 CREATE (c)-[:RETURNED {orderId: "
                        + "'r', at: datetime()}]->(p)");

        assertThat(ShelfShop.box("")).containsExactly("p2", "p3", "p4", "p5");

        ShelfShop.stage("returns: 0");
        assertThat(ShelfShop.box("")).startsWith("p1");
    }

    @Test
    void offersNoSecondOfWhatPeopleBuyOne() {
        product("clay teapot", 31, "drinks");
        rows(
                "MATCH (p:Product {id: 'clay teapot'}) MATCH (q:Product {id: 'teapot'})-[:HAS]->(a) MERGE (p)-[:HAS]->(a)");
        rows("MATCH (p:Product {id: 'tea'})-[has:HAS]->() DELETE has");
        rows(
                "MATCH (p:Product {id: 'tea'}) CREATE (p)-[:HAS]->(:Attribute:Category {key: 'category', value: 'leaves'})");
        build();

        assertThat(ids(box("cart", "complete-the-basket", "products: ['teapot'], limit: 8")))
                .contains("tea")
                .doesNotContain("clay teapot");
        assertThat(ids(box("product", "similar", "products: ['teapot'], limit: 8")))
                .contains("clay teapot");
    }

    @Test
    void claimsNothingThatNoItemKeeps() {
        build();

        // Nobody's views are known, so what follows is what else was bought.
        assertThat(box("product", "also-viewed", "products: ['bread']"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item).containsEntry("title", "You may also like"));
        assertThat(box("product", "also-bought", "products: ['bread']"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item).containsEntry("title", "Customers also bought"));
    }

    @Test
    void speaksTheShoppersLanguage() {
        build();

        Map<String, Object> item = box("cart", "complete-the-basket", "products: ['tea'], locale: 'de-AT', limit: 1")
                .get(0);

        assertThat(item).containsEntry("title", "Passt in Ihren Warenkorb");
        assertThat(text(item)).startsWith("In 1 Bestellung zusammen mit Black tea gekauft, 7,0×");
    }
}
