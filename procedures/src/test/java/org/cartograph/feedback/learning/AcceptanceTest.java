package org.cartograph.feedback.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cartograph.fixture.SimulatedShoppers;
import org.cartograph.fixture.TestDatabase;
import org.cartograph.shop.OffersCache;
import org.junit.jupiter.api.Test;

/** Whether shoppers whose true preferences are known get to see what they want, and the shop what places do. */
class AcceptanceTest {
    private static final int SEEDS = 4;
    private static final int BATCH = 100;
    private static final int BATCHES = 40;

    @Test
    void acceptanceRisesAndRegretGrowsMoreAndMoreSlowly() {
        SimulatedShoppers shoppers = new SimulatedShoppers(SEEDS, 12, 1);
        SimulatedShoppers.stages("response: 0, exploration: {share: 0, swap: 0}");
        double without = shoppers.come(SEEDS);

        SimulatedShoppers.stages("response: 1, exploration: {share: 0.15, swap: 0.1}");
        List<Double> regret = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            regret.add(BATCH * (shoppers.best() - shoppers.come(BATCH)));
            shoppers.learn();
        }

        double atFirst = mean(regret.subList(0, BATCHES / 3));
        double atLast = mean(regret.subList(BATCHES - BATCHES / 3, BATCHES));
        assertThat(shoppers.best() - atLast / BATCH).isGreaterThan(1.1 * without);
        assertThat(atLast).isLessThan(0.75 * atFirst);
        assertThat(exponent(regret)).isLessThan(0.9);
        assertThat(shoppers.learnedExamination(1)).isEqualTo(1);
        assertThat(shoppers.learnedExamination(2)).isCloseTo(SimulatedShoppers.examination(2), within(0.2));
        // Before anything was known, 0.5 and 0.43 were assumed.
        assertThat(shoppers.learnedExamination(3)).isCloseTo(SimulatedShoppers.examination(3), within(0.15));
        assertThat(shoppers.learnedExamination(4)).isCloseTo(SimulatedShoppers.examination(4), within(0.15));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** x of {@code regret so far = c · answers^x}, by least squares of the logarithms; 1 when it grows as the answers do. */
    private static double exponent(List<Double> regret) {
        double soFar = 0;
        double[] sums = new double[4];
        for (int batch = 1; batch <= regret.size(); batch++) {
            soFar += regret.get(batch - 1);
            double x = Math.log(batch);
            double y = Math.log(soFar);
            sums[0] += x;
            sums[1] += y;
            sums[2] += x * x;
            sums[3] += x * y;
        }
        int n = regret.size();
        return (n * sums[3] - sums[0] * sums[1]) / (n * sums[2] - sums[0] * sums[0]);
    }

    /** The loud one has the best score and the first place, and more clicks; the quiet one is liked better by who sees it. */
    @Test
    void placeAloneWinsNothing() {
        TestDatabase.empty();
        rows(
                "CREATE (s:Product {id: 's'}) WITH s UNWIND [['loud', 9.0], ['b', 8.0], ['c', 7.0], ['quiet', 6.0]] AS row "
                        + "CREATE (s)-[:BOUGHT_TOGETHER {score: row[1], orders: 5}]->(:Product {id: row[0]})");
        show("loud", 1, 1_000, 120);
        show("b", 2, 1_000, 75);
        show("c", 3, 1_000, 60);
        show("quiet", 4, 1_000, 100);

        rows("CALL cartograph.feedback.learn()");
        OffersCache.forget(TestDatabase.database());

        assertThat(rows(
                        "CALL cartograph.recommend('product', {products: ['s'], limit: 4, explore: false, placements: ['"
                                + SimulatedShoppers.BOX + "']})"))
                .extracting(row -> row.get("productId"))
                .startsWith("quiet", "loud");
    }

    private static void show(String product, int rank, int times, int bought) {
        rows(
                """
                UNWIND range(1, $times) AS n MATCH (p:Product {id: $product})
                CREATE (:Recommendation:Unlearned {id: $product + n, at: datetime()})-[:SHOWED {placement: $box, rank: $rank,
                    usualRank: $rank, via: 's', seenAt: datetime(), boughtAt: CASE WHEN n <= $bought THEN datetime() END}]->(p)
                """,
                Map.of(
                        "product",
                        product,
                        "rank",
                        rank,
                        "times",
                        times,
                        "bought",
                        bought,
                        "box",
                        SimulatedShoppers.BOX));
    }
}
