package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;
import static org.cartograph.recommend.Asking.ids;
import static org.cartograph.recommend.Asking.recommend;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExclusionsTest {
    @BeforeEach
    void open() {
        CornerShop.open();
        rows("CALL cartograph.model.build({ridgeNeighbours: 0, walkAlpha: 1, beta: 0, coldStart: {kappa: 0}})");
    }

    @Test
    void recommendsNothingAlreadyInTheCart() {
        assertThat(ids("cart", "{products: ['bread', 'butter'], limit: 100}"))
                .doesNotContain("bread", "butter")
                .contains("jam");
    }

    @Test
    void recommendsNothingThatIsOutOfStock() {
        rows("MATCH (p:Product {id: 'butter'}) SET p.stock = 0");
        rows("MATCH (p:Product {id: 'milk'}) SET p.stock = 1");

        assertThat(ids("cart", "{products: ['bread'], limit: 100}"))
                .doesNotContain("butter")
                .contains("milk");
    }

    @Test
    void recommendsNothingThatIsInactive() {
        rows("MATCH (p:Product {id: 'butter'}) SET p.active = false");

        assertThat(ids("cart", "{products: ['bread'], limit: 100}")).doesNotContain("butter");
    }

    @Test
    void recommendsNothingOutOfSeason() {
        rows("MATCH (p:Product {id: 'butter'}) SET p.availableFrom = datetime() + duration({days: 1})");
        rows("MATCH (p:Product {id: 'jam'}) SET p.availableUntil = datetime() - duration({days: 1})");
        rows("MATCH (p:Product {id: 'milk'}) SET p.availableFrom = datetime() - duration({days: 1}), "
                + "p.availableUntil = date()");

        assertThat(ids("cart", "{products: ['bread'], limit: 100}"))
                .doesNotContain("butter", "jam")
                .contains("milk");
    }

    @Test
    void recommendsNothingTheCallerExcluded() {
        assertThat(ids("cart", "{products: ['bread'], exclude: ['butter'], filter: {exclude: ['jam']}, limit: 100}"))
                .doesNotContain("butter", "jam");
    }

    @Test
    void recommendsNothingJustBought() {
        rows("MATCH (c:Customer {id: 'dan'}), (p:Product {id: 'butter'}) "
                + "CREATE (c)-[:PURCHASED {orderId: 'o9', at: datetime() - duration({days: 29})}]->(p)");

        assertThat(ids("cart", "{customerId: 'dan', products: ['bread'], limit: 100}"))
                .doesNotContain("butter")
                .contains("jam", "milk");
    }

    @Test
    void showsNoProductTwiceOnAPage() {
        List<String> page = ids("product", "{products: ['bread']}");

        assertThat(page).doesNotHaveDuplicates().hasSizeGreaterThan(4);
    }

    @Test
    void offersACustomerWhatTheyDoNotHaveYet() {
        // Bob has bread, butter and jam; each leads to the others, bread and butter also to milk.
        List<Map<String, Object>> items = recommend("home", "{customerId: 'bob', limit: 100}");

        assertThat(items)
                .extracting(item -> item.get("productId"))
                .startsWith("milk")
                .doesNotContain("bread", "jam");
    }

    @Test
    void offersACustomerWhatTheyHaveRatherThanNothing() {
        rows("MATCH (p:Product) WHERE NOT p.id IN ['bread', 'jam'] SET p.stock = 0");

        assertThat(ids("home", "{customerId: 'bob'}")).containsExactly("bread", "jam");
    }

    @Test
    void usesNoHistoryWithoutConsent() {
        rows("MATCH (c:Customer {id: 'cat'}) SET c.consent = false");

        assertThat(recommend("home", "{customerId: 'cat'}"))
                .isEqualTo(recommend("home", "{}"))
                .isNotEmpty();
    }
}
