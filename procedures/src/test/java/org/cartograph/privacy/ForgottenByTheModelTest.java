package org.cartograph.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.CornerShop.row;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cartograph.facts.FactsMemory;
import org.cartograph.facts.Purchases;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model forgets a person with the next refresh, and keeps what was bought together. */
class ForgottenByTheModelTest {
    @BeforeEach
    void build() {
        Zoe.enter();
        rows("CALL cartograph.model.build({})");
        assertThat(row("tea", "ALSO_BOUGHT")).containsKey("sled");
        assertThat(row("tea", "BOUGHT_NEXT")).containsKey("sled");
    }

    @Test
    void forgetsThatOnePersonMadeTwoOrders() {
        forgetAndRefresh();

        assertThat(row("tea", "ALSO_BOUGHT")).doesNotContainKeys("sled", "honey");
        assertThat(row("tea", "BOUGHT_NEXT")).doesNotContainKeys("sled", "honey");
    }

    @Test
    void keepsWhatWasInOneBasket() {
        forgetAndRefresh();

        assertThat(row("sled", "BOUGHT_TOGETHER")).containsKey("honey");
        assertThat(row("sled", "ALSO_BOUGHT")).containsKey("honey");
    }

    @Test
    void holdsNothingOfThemInMemory() {
        String modelId = (String)
                rows("CALL cartograph.model.list() YIELD id RETURN id").get(0).get("id");
        assertThat(customersWithTwoOrders(modelId)).hasSize(3);

        forgetAndRefresh();

        // Ann and Cat are left.
        assertThat(customersWithTwoOrders(modelId)).hasSize(2);
    }

    @Test
    void isTheModelOfAShopThatTheyNeverEntered() {
        forgetAndRefresh();
        List<Map<String, Object>> refreshed = edges();

        rows("CALL cartograph.model.build({})");

        assertThat(edges()).isEqualTo(refreshed);
    }

    private static void forgetAndRefresh() {
        rows("CALL cartograph.customer.forget($id)", Map.of("id", Zoe.ID));
        rows("CALL cartograph.model.refresh()");
    }

    private static List<Integer> customersWithTwoOrders(String modelId) {
        Purchases held =
                FactsMemory.of(TestDatabase.database(), modelId).orElseThrow().purchases();
        int[] owners = held.sequence().customer();
        return IntStream.range(1, owners.length)
                .filter(order -> owners[order] == owners[order - 1])
                .mapToObj(order -> owners[order])
                .toList();
    }

    private static List<Map<String, Object>> edges() {
        return rows(
                "MATCH (a:Product)-[r:BOUGHT_TOGETHER|BOUGHT_NEXT|ALSO_BOUGHT]->(b:Product) WHERE r.inherited IS NULL "
                        + "RETURN a.id AS from, type(r) AS type, b.id AS to, round(r.score, 2) AS score ORDER BY from, type, to");
    }
}
