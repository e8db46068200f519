package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;
import static org.cartograph.recommend.ShelfShop.box;
import static org.cartograph.recommend.ShelfShop.stage;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.cartograph.fixture.TestDatabase;
import org.cartograph.shop.OffersCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a box whose first four have scores of 12, 11, 10 and 9, and where one look in ten ends with a take. */
class ResponseTest {
    private static final Offset<Double> CLOSE = within(1e-5);
    private static final double FIRST = 12 / 10.5;
    private static final double SIXTH = 7 / 10.5;

    @BeforeEach
    void open() {
        ShelfShop.open();
        ShelfShop.ownBrands();
        rows(
                "CREATE (:Position {placement: 'frequently-bought-together', rank: 1, looks: 1000.0, taken: 100.0, at: datetime()})");
    }

    /** Notes that a product was offered, beside the seed or whatever it was beside. */
    private static void offered(String seed, String product, double looks, double taken) {
        rows(
                "MATCH (s:Product {id: $seed}), (p:Product {id: $product}) CREATE (s)-[o:OFFERED {placement: "
                        + "'frequently-bought-together', shown: $looks, taken: $taken, at: datetime()}]->(p) "
                        + "FOREACH (x IN CASE s WHEN p THEN [1] ELSE [] END | SET o.productId = p.id)",
                Map.of("seed", seed, "product", product, "looks", looks, "taken", taken));
    }

    private static void offeredBesideTheSeed(String product, double looks, double taken) {
        offered("s", product, looks, taken);
        offered(product, product, looks, taken);
    }

    /** What the stage multiplied a product's score with; 1 when it did nothing. */
    private static double factor(String product) {
        return RuledShop.parts(rows("CALL cartograph.explain({context: 'product', products: ['s'], placements: "
                                + "['frequently-bought-together']}, '" + product + "')")
                        .get(0))
                .stream()
                .filter(part -> part.get("part").equals("response"))
                .mapToDouble(part -> (Double) part.get("factor"))
                .findFirst()
                .orElse(1);
    }

    @Test
    void letsSinkWhatIsOftenLookedAtAndNeverTaken() {
        offeredBesideTheSeed("p1", 100, 0);

        assertThat(factor("p1")).isCloseTo(4 / 14.0, CLOSE);
        assertThat(box("")).containsExactly("p2", "p3", "p4", "p5");
    }

    @Test
    void letsRiseWhatIsTaken() {
        offeredBesideTheSeed("p6", 100, 20);

        assertThat(factor("p6")).isCloseTo((4 * SIXTH + 20) / 14 / SIXTH, CLOSE);
        assertThat(box("")).containsExactly("p6", "p1", "p2", "p3");
    }

    @Test
    void letsNoSingleClickDecide() {
        offeredBesideTheSeed("p2", 1, 0.1);

        assertThat(factor("p2")).isCloseTo(1, within(0.01));
        assertThat(box("")).startsWith("p1", "p2");
    }

    @Test
    void goesByWhatHappenedBesideOtherSeedsWhereNothingElseIsKnown() {
        offered("p9", "p1", 50, 0);
        offered("p1", "p1", 50, 0);

        assertThat(factor("p1")).isCloseTo(2 / 7.0, CLOSE);
    }

    @Test
    void goesByWhatHappenedHereWhereThereIsMuchOfIt() {
        offered("s", "p1", 9_000, 900);
        offered("p1", "p1", 9_100, 900);

        // No take of 100 looks elsewhere: a sixth of what is usual. Here it is what is usual, and that outweighs the
        // model.
        assertThat(factor("p1")).isCloseTo((4 / 6.0 * FIRST + 900) / 904 / FIRST, CLOSE);
    }

    @Test
    void staysWithinItsBounds() {
        offeredBesideTheSeed("p1", 10_000, 0);
        offeredBesideTheSeed("p6", 1_000, 1_000);

        assertThat(factor("p1")).isEqualTo(1 / 10.0);
        assertThat(factor("p6")).isEqualTo(10);
    }

    @Test
    void changesNothingWhereTooLittleIsKnownOfTheBox() {
        offeredBesideTheSeed("p1", 100, 0);
        rows("MATCH (p:Position) SET p.looks = 99");

        assertThat(factor("p1")).isEqualTo(1);
    }

    @Test
    void forgetsByHalves() {
        offeredBesideTheSeed("p1", 200, 0);
        rows("CREATE (:Learning {id: 'outcomes', halfLifeDays: 10.0})");
        rows("MATCH ()-[o:OFFERED]->() SET o.at = datetime() - duration({days: 10})");

        assertThat(factor("p1")).isCloseTo(4 / 14.0, CLOSE);
    }

    @Test
    void canBeSwitchedOff() {
        offeredBesideTheSeed("p1", 100, 0);
        stage("response: 0");

        assertThat(box("")).containsExactly("p1", "p2", "p3", "p4");
    }

    @Test
    void countsTwiceWhenToldTo() {
        offeredBesideTheSeed("p1", 100, 0);
        stage("response: 2");

        assertThat(factor("p1")).isCloseTo(16 / 196.0, CLOSE);
    }

    @Test
    void exploresWhatIsTakenMoreOftenThanTheBox() {
        offeredBesideTheSeed("p9", 1_000, 130);
        rows("MATCH (p:Product) CREATE (:Customer)-[:PURCHASED {at: datetime(), orderId: p.id}]->(p)");
        for (int other = 5; other <= 12; other++) {
            if (other != 9) {
                offeredBesideTheSeed("p" + other, 1_000, 40);
            }
        }
        stage("exploration: {share: 0.25, swap: 0}, response: 0");

        for (int seed = 0; seed < 20; seed++) {
            assertThat(box("seed: " + seed)).containsExactly("p1", "p2", "p3", "p9");
        }
    }

    @Test
    void knowsOfAMinuteAgo() {
        assertThat(box("")).startsWith("p1");
        offeredBesideTheSeed("p1", 100, 0);
        assertThat(box("")).startsWith("p1");

        OffersCache.forget(TestDatabase.database());

        assertThat(box("")).startsWith("p2");
    }
}
