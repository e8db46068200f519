package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;
import static org.cartograph.recommend.Asking.ids;
import static org.cartograph.recommend.Asking.reason;
import static org.cartograph.recommend.Asking.recommend;
import static org.cartograph.recommend.RuledShop.BREAD;
import static org.cartograph.recommend.RuledShop.explain;
import static org.cartograph.recommend.RuledShop.parts;
import static org.cartograph.recommend.RuledShop.set;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What merchandisers pin stands where they want it, when it may be shown at all. */
class PinsTest {
    @BeforeEach
    void open() {
        RuledShop.open();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void pinsAProductToItsRank(int rank) {
        set("pin", "{action: 'pin', products: ['sled'], rank: " + rank + "}");

        List<String> ids = ids("cart", BREAD);

        assertThat(ids.indexOf("sled")).isEqualTo(rank - 1);
        assertThat(ids).doesNotHaveDuplicates().containsSubsequence("butter", "jam", "milk");
    }

    @Test
    void pinsToItsRankWhereThereIsNoModel() {
        rows("CALL cartograph.model.drop()");
        set("pin", "{action: 'pin', products: ['sled'], rank: 3}");

        assertThat(ids("cart", "{products: ['bread'], limit: 4, explore: false}"))
                .hasSize(4)
                .element(2)
                .isEqualTo("sled");
    }

    @Test
    void saysThatAPinnedProductIsRecommendedByTheShop() {
        set("pin", "{action: 'pin', products: ['sled'], rank: 1}");

        Map<String, Object> item = recommend("cart", BREAD).get(0);

        assertThat(item).containsEntry("source", "PINNED").containsEntry("fallback", false);
        assertThat(reason(item)).containsEntry("text", "Recommended by us");
    }

    @Test
    void leavesAPinOutThatABoxHasNoRankFor() {
        set("pin", "{action: 'pin', products: ['sled'], rank: 3}");

        assertThat(ids("cart", "{products: ['bread'], limit: 2, explore: false}"))
                .containsExactly("butter", "jam");
    }

    @Test
    void pinsTheFirstOfItsProductsThatCanBeShown() {
        set("pin", "{action: 'pin', products: ['gone', 'tea', 'sled', 'honey'], rank: 1}");
        rows("MATCH (p:Product {id: 'tea'}) SET p.stock = 0");

        assertThat(ids("cart", BREAD)).startsWith("sled", "butter");
    }

    @Test
    void pinsTheBestOfABrand() {
        set("pin", "{action: 'pin', brands: ['Miller'], rank: 2, placements: ['complete-the-basket']}");

        assertThat(ids("cart", BREAD)).startsWith("butter", "jam", "milk");
        set("pin", "{action: 'pin', brands: ['Miller'], rank: 1, placements: ['complete-the-basket']}");
        assertThat(ids("cart", BREAD)).startsWith("jam", "butter", "milk");
    }

    @Test
    void pinsTheBestSellerOfACategoryThatTheModelDoesNotLeadTo() {
        rows(
                "MATCH (c:Category {value: 'drinks'}) CREATE (c)<-[:HAS]-(:Product {id: 'cola', name: 'Cola', price: 1.0})");
        CornerShop.buy("eva", "o8", 1, "tea");
        set("pin", "{action: 'pin', categories: ['drinks'], rank: 1, placements: ['complete-the-basket']}");

        assertThat(ids("cart", "{products: ['bread'], explore: false, limit: 3}"))
                .containsExactly("tea", "butter", "jam");
    }

    @Test
    void pinsNothingThatMustNotBeOffered() {
        set("pin", "{action: 'pin', products: ['sled'], rank: 1}");

        assertThat(ids("cart", "{products: ['bread', 'sled'], limit: 100, explore: false}"))
                .doesNotContain("sled");
        assertThat(ids("cart", "{products: ['bread'], limit: 100, exclude: ['sled']}"))
                .doesNotContain("sled");
        assertThat(ids("cart", "{products: ['bread'], limit: 100, filter: {price: {max: 39}}}"))
                .doesNotContain("sled");
        rows("MATCH (c:Customer {id: 'dan'}), (p:Product {id: 'sled'}) "
                + "CREATE (c)-[:PURCHASED {orderId: 'o9', at: datetime() - duration({days: 29})}]->(p)");
        assertThat(ids("cart", "{products: ['bread'], customerId: 'dan', limit: 100}"))
                .isNotEmpty()
                .doesNotContain("sled");
        rows("MATCH (p:Product {id: 'sled'}) SET p.stock = 0");
        assertThat(ids("cart", BREAD)).isNotEmpty().doesNotContain("sled");
        rows("MATCH (p:Product {id: 'sled'}) SET p.stock = 1, p.active = false");
        assertThat(ids("cart", BREAD)).isNotEmpty().doesNotContain("sled");
    }

    @Test
    void showsAPinnedProductOnceOnAPage() {
        set("pin", "{action: 'pin', products: ['sled'], rank: 1}");

        assertThat(ids("product", "{products: ['bread'], explore: false}"))
                .startsWith("sled")
                .doesNotHaveDuplicates();
    }

    @Test
    void explainsWhichRulePinned() {
        set("pin", "{action: 'pin', products: ['sled'], rank: 2}");

        assertThat(explain("sled")).containsEntry("offered", true).containsEntry("rank", 2L);
        assertThat(parts(explain("sled"))).extracting(part -> part.get("rule")).contains("pin");
    }
}
