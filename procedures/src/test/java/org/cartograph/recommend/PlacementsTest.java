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

/** What each box is for; on the corner shop, whose drinks are tea for 5 and a teapot for 30. */
class PlacementsTest {
    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void upgradesWithinTheCategoryAndTheBandAndNeverToWhatIsCheaper() {
        product("green tea", 5.5, "drinks");
        product("white tea", 8, "drinks");
        product("gold tea", 8.01, "drinks");
        product("cheap tea", 4, "drinks");
        product("cake", 7, "breakfast");
        build();

        List<Map<String, Object>> box = box("cart", "upgrade", "products: ['tea'], limit: 10");

        assertThat(ids(box)).containsExactlyInAnyOrder("green tea", "white tea");
        assertThat(text(box.get(0))).isEqualTo("A step up from Black tea");
    }

    @Test
    void upgradesToWhatIsAlikeWhereNothingHasACategory() {
        rows("CREATE (:Product {id: 'steel sled', name: 'Steel sled', price: 50.0})");
        rows("MATCH (p:Product) WHERE p.id ENDS WITH 'sled' MERGE (t:Attribute:Token {key: 'token', value: 'sled'}) "
                + "CREATE (p)-[:HAS]->(t)");
        build();

        assertThat(ids(box("cart", "upgrade", "products: ['sled']"))).containsExactly("steel sled");
    }

    @Test
    void upgradesByTheBandThatTheShopSets() {
        product("white tea", 8, "drinks");
        product("gold tea", 9, "drinks");
        build();
        rows("CALL cartograph.context.set('cart', {recipes: {upgrade: {dearer: {least: 0.7, most: 1}}}})");

        assertThat(ids(box("cart", "upgrade", "products: ['tea'], limit: 10"))).containsExactly("gold tea");
    }

    @Test
    void remindsOfWhatIsDueAndOfWhatMostBuyersAdd() {
        CornerShop.buy("zoe", "z1", 3, "tea", "teapot");
        build();
        rows("MATCH (p:Product {id: 'milk'}) SET p.repeatShare = 0.5, p.repeatGapDays = 20.0");
        rows("MATCH (p:Product {id: 'milk'}) CREATE (:Customer {id: 'eva'})-[:PURCHASED {orderId: 'e', "
                + "at: datetime() - duration({days: 19})}]->(p)");

        List<Map<String, Object>> box = box("cart", "dont-forget", "customerId: 'eva', products: ['tea']");

        // Everybody who bought tea took a teapot.
        assertThat(ids(box)).containsExactly("milk", "teapot");
        assertThat(box).extracting(item -> item.get("source")).containsExactly("DUE", "ACCESSORY");
        assertThat(text(box.get(0))).isEqualTo("It may be time for this again");
        assertThat(text(box.get(1))).isEqualTo("Most buyers of Black tea add this");
    }

    @Test
    void offersAgainWhatIsNotKeptForGood() {
        rows("UNWIND [100, 60, 20] AS days MATCH (p:Product {id: 'milk'}) MERGE (c:Customer {id: 'eva'}) "
                + "CREATE (c)-[:PURCHASED {orderId: 'm' + days, at: datetime() - duration({days: days})}]->(p)");
        rows("MATCH (p:Product {id: 'sled'}), (c:Customer {id: 'eva'}) "
                + "CREATE (c)-[:PURCHASED {orderId: 's', at: datetime() - duration({days: 90})}]->(p)");
        build();

        // Milk every forty days, the last time twenty days ago; nobody needs a second sled.
        assertThat(box("home", "buy-it-again", "customerId: 'eva'")).isEmpty();
        rows("MATCH (:Customer {id: 'eva'})-[line:PURCHASED]->() SET line.at = line.at - duration({days: 10})");
        assertThat(ids(box("home", "buy-it-again", "customerId: 'eva'"))).containsExactly("milk");
    }

    @Test
    void doesNotSayMostWhereItIsNotMost() {
        build();

        // Bread was in four orders, butter in two of them.
        assertThat(box("cart", "dont-forget", "products: ['bread']"))
                .filteredOn(item -> "butter".equals(item.get("productId")))
                .allSatisfy(item -> assertThat(text(item)).startsWith("Bought together with Rye bread in 2 orders"))
                .hasSize(1);
    }

    @Test
    void completesASeries() {
        product("sugar bowl", 12, "breakfast");
        rows(
                "MATCH (p:Product) WHERE p.id IN ['teapot', 'sugar bowl'] MERGE (s:Attribute {key: 'series', value: 'clay'}) "
                        + "CREATE (p)-[:HAS]->(s)");
        build();

        List<Map<String, Object>> box = box("post-purchase", "complete-the-set", "products: ['teapot']");

        assertThat(box.get(0)).containsEntry("productId", "sugar bowl").containsEntry("source", "SAME_SET");
        assertThat(text(box.get(0))).isEqualTo("Goes into one set with Clay teapot");
    }

    @Test
    void namesThePurchaseItComesFrom() {
        CornerShop.buy("eva", "e1", 0, "tea");
        CornerShop.buy("eva", "e2", 100, "bread");
        build();

        List<Map<String, Object>> box = box("email", "because-you-bought", "customerId: 'eva'");

        assertThat(box).isNotEmpty().allSatisfy(item -> {
            assertThat(text(item)).isEqualTo("Because you bought Rye bread");
            assertThat(Asking.reason(item))
                    .containsEntry("type", "BECAUSE_YOU_BOUGHT")
                    .containsEntry("via", "bread");
        });
        assertThat(ids(box)).contains("butter", "jam").doesNotContain("teapot");
    }

    @Test
    void offersAsNewWhatWasReleasedWithinAMonth() {
        rows("MATCH (p:Product) SET p.releasedAt = datetime() - duration({days: 31})");
        rows("MATCH (p:Product {id: 'honey'}) SET p.releasedAt = datetime() - duration({days: 29})");
        rows("MATCH (p:Product {id: 'sled'}) SET p.releasedAt = datetime() + duration({days: 2})");
        build();

        assertThat(ids(box("home", "new-for-you", "customerId: 'bob'"))).containsExactly("honey");
        assertThat(ids(box("email", "new-in-your-categories", "customerId: 'cat'")))
                .containsExactly("honey");
    }

    @Test
    void offersFirstWhatIsNewInTheCategoriesOfThePast() {
        product("oolong", 6, "drinks");
        rows("MATCH (p:Product) SET p.releasedAt = datetime() - duration({days: 99})");
        rows("MATCH (p:Product) WHERE p.id IN ['oolong', 'honey'] SET p.releasedAt = datetime() - duration({days: 2})");
        build();

        assertThat(ids(box("home", "new-for-you", "customerId: 'bob'"))).containsExactly("honey", "oolong");
    }

    @Test
    void trendsByGrowthAndNotBySales() {
        build();
        rows("MATCH (p:Product) REMOVE p.growth");
        rows("MATCH (p:Product {id: 'honey'}) SET p.growth = 3.0");
        rows("MATCH (p:Product {id: 'butter'}) SET p.growth = 1.5");

        List<Map<String, Object>> box = box("home", "trending-in-your-interests", "customerId: 'dan'");

        assertThat(ids(box)).containsExactly("honey", "butter");
        assertThat(text(box.get(0))).isEqualTo("Selling well of late");
    }

    @Test
    void followsWhatTheShopperLooksAtMostRecentFirst() {
        build();
        rows("CREATE (:Customer {id: 'v1', anonymous: true})");
        look("tea", 50);
        look("bread", 3);

        List<Map<String, Object>> box = box("home", "for-you", "visitorId: 'v1', limit: 4");

        assertThat(ids(box)).contains("teapot").doesNotContain("sled");
        assertThat(text(box.get(0))).contains("which you looked at");
        assertThat(Asking.reason(box.get(0))).containsEntry("via", "bread");

        rows("MATCH ()-[v:VIEWED]->() SET v.at = datetime() - duration({minutes: 61})");
        assertThat(box("home", "for-you", "visitorId: 'v1', limit: 4")).isEmpty();
    }

    private static void look(String product, int minutesAgo) {
        rows(
                "MATCH (c:Customer {id: 'v1'}), (p:Product {id: $product}) CREATE (c)-[:VIEWED {visitId: 'x', at: "
                        + "datetime() - duration({minutes: $minutes})}]->(p)",
                Map.of("product", product, "minutes", minutesAgo));
    }

    @Test
    void accompaniesAnAbandonedCart() {
        build();
        rows("MATCH (p:Product {id: 'tea'}) CREATE (:Customer {id: 'eva'})-[:ADDED_TO_CART {at: datetime() - "
                + "duration({days: 2})}]->(p)");
        assertThat(ids(box("abandoned-cart", "still-in-your-cart", "customerId: 'eva'")))
                .startsWith("teapot")
                .doesNotContain("tea");

        rows(
                "MATCH (c:Customer {id: 'eva'}), (p:Product {id: 'tea'}) CREATE (c)-[:REMOVED_FROM_CART {at: datetime()}]->(p)");
        assertThat(box("abandoned-cart", "still-in-your-cart", "customerId: 'eva'"))
                .isEmpty();
    }
}
