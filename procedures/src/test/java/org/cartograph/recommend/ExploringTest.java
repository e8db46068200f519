package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;
import static org.cartograph.recommend.ShelfShop.box;
import static org.cartograph.recommend.ShelfShop.stage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.cartograph.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExploringTest {
    private static final List<String> BEST = List.of("p1", "p2", "p3", "p4");

    @BeforeEach
    void open() {
        ShelfShop.open();
        ShelfShop.ownBrands();
    }

    @Test
    void isRepeatableForASeed() {
        stage("exploration: {share: 0.5}");

        for (int seed = 0; seed < 10; seed++) {
            assertThat(box("seed: " + seed)).isEqualTo(box("seed: " + seed));
        }
    }

    @Test
    void leavesAnAnswerForACacheAlone() {
        stage("exploration: {share: 0.5, swap: 0.1}");

        assertThat(box("")).isEqualTo(BEST);
        assertThat(box("seed: 1, explore: false")).isEqualTo(BEST);
        assertThat(box("visitorId: 'v', explore: false")).isEqualTo(BEST);
    }

    @Test
    void givesHalfOfThePlacesButNeverTheFirst() {
        stage("exploration: {share: 0.5, swap: 0}");

        Set<String> explored = new HashSet<>();
        for (int seed = 0; seed < 40; seed++) {
            List<String> box = box("seed: " + seed);
            assertThat(box).hasSize(4).startsWith("p1", "p2");
            explored.addAll(box.subList(2, 4));
        }
        assertThat(explored).hasSizeGreaterThan(6).doesNotContain("p1", "p2");
    }

    @Test
    void givesAFifthOfAPlaceInAFifthOfTheAnswers() {
        stage("exploration: {share: 0.05, swap: 0}");

        int explored = 0;
        for (int seed = 0; seed < 200; seed++) {
            explored += box("seed: " + seed).equals(BEST) ? 0 : 1;
        }
        // 40 are expected; three standard deviations are 17.
        assertThat(explored).isBetween(23, 57);
    }

    @Test
    void saysWhichPlacesItUsed() {
        stage("exploration: {share: 0.5, swap: 0}");

        assertThat(rows("CALL cartograph.recommend('product', {products: ['s'], seed: 1, "
                        + "placements: ['frequently-bought-together']})"))
                .extracting(row -> row.get("explored"))
                .containsExactly(false, false, true, true);
    }

    @Test
    void changesTheFirstWithAnyOtherInASmallShareOfAnswers() {
        stage("exploration: {share: 0, swap: 0.1}");

        Map<Integer, Integer> swapped = new HashMap<>();
        for (int seed = 0; seed < 400; seed++) {
            List<String> box = box("seed: " + seed);
            int at = box.indexOf("p1");
            List<String> usual = new ArrayList<>(BEST);
            Collections.swap(usual, 0, at);
            assertThat(box).isEqualTo(usual);
            swapped.merge(at + 1, 1, Integer::sum);
        }
        // 13 of each are expected; three standard deviations are 11.
        assertThat(swapped).containsOnlyKeys(1, 2, 3, 4);
        assertThat(List.of(swapped.get(2), swapped.get(3), swapped.get(4)))
                .allSatisfy(times -> assertThat(times).isBetween(2, 24));
    }

    @Test
    void saysWhichPlaceAProductWouldHave() {
        stage("exploration: {share: 0.25, swap: 0.1}");

        int swapped = 0;
        for (int seed = 0; seed < 100; seed++) {
            List<Map<String, Object>> items = items(seed);
            assertThat(items.get(0).get("productId").equals("p1"))
                    .isEqualTo(items.get(0).get("usualRank").equals(1L));
            for (Map<String, Object> item : items) {
                int usual = BEST.indexOf((String) item.get("productId")) + 1;
                assertThat(item).containsEntry("usualRank", (long) usual);
                swapped += usual == 1 && !item.get("rank").equals(1L) ? 1 : 0;
            }
        }
        assertThat(swapped).isPositive();
    }

    @Test
    void leavesWhatIsPinnedInItsPlace() {
        stage("exploration: {share: 0, swap: 0.1}");
        rows("CALL cartograph.rule.set('pin', {action: 'pin', products: ['p9'], rank: 1})");

        for (int seed = 0; seed < 60; seed++) {
            assertThat(box("seed: " + seed)).containsExactly("p9", "p1", "p2", "p3");
        }
    }

    private static List<Map<String, Object>> items(int seed) {
        Object placements = rows("CALL cartograph.answer('product', {products: ['s'], limit: 4, placements: "
                        + "['frequently-bought-together'], seed: " + seed + "})")
                .get(0)
                .get("placements");
        List<Map<String, Object>> items = new ArrayList<>();
        for (Object item : (List<?>) ((Map<?, ?>) ((List<?>) placements).get(0)).get("items")) {
            items.add(Settings.stringKeyed((Map<?, ?>) item));
        }
        return items;
    }

    @Test
    void prefersWhatWasTakenWhenItWasShown() {
        stage("exploration: {share: 0.25, swap: 0}");
        rows("MATCH (s:Product {id: 's'}), (p:Product {id: 'p9'}) CREATE (s)-[:OFFERED {placement: "
                + "'frequently-bought-together', shown: 200, taken: 100}]->(p)");
        rows(
                "MATCH (p:Product) WHERE p.id <> 'p9' CREATE (:Customer)-[:PURCHASED {at: datetime(), orderId: p.id}]->(p)");
        rows("MATCH (p:Product {id: 'p9'}) CREATE (:Customer)-[:PURCHASED {at: datetime(), orderId: 'p9'}]->(p)");

        for (int seed = 0; seed < 20; seed++) {
            assertThat(box("seed: " + seed)).containsExactly("p1", "p2", "p3", "p9");
        }
    }

    @Test
    void triesNewProductsFirst() {
        stage("exploration: {share: 0.25, swap: 0}");
        rows("MATCH (p:Product) SET p.releasedAt = datetime() - duration({days: 100})");
        rows("MATCH (p:Product {id: 'p11'}) SET p.releasedAt = datetime() - duration({days: 10})");

        for (int seed = 0; seed < 20; seed++) {
            assertThat(box("seed: " + seed)).containsExactly("p1", "p2", "p3", "p11");
        }
    }

    @Test
    void keepsTheMixture() {
        ShelfShop.move("p7", "category", "plates");
        ShelfShop.move("p9", "category", "spoons");
        stage("exploration: {share: 0.5, swap: 0}");

        for (int seed = 0; seed < 20; seed++) {
            List<Object> categories = new ArrayList<>();
            rows(
                            "UNWIND $ids AS id MATCH (:Product {id: id})-[:HAS]->(c:Category) RETURN DISTINCT c.value AS c",
                            Map.of("ids", box("seed: " + seed)))
                    .forEach(row -> categories.add(row.get("c")));
            assertThat(categories).hasSize(3);
        }
    }

    @Test
    void drawsFromTheBetaDistribution() {
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        double squares = 0;
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            double draw = BetaSampler.draw(random, 2, 6);
            assertThat(draw).isBetween(0.0, 1.0);
            sum += draw;
            squares += draw * draw;
        }
        double mean = sum / draws;
        // a/(a+b) = 1/4 and ab/((a+b)²(a+b+1)) = 12/576.
        assertThat(mean).isCloseTo(1 / 4.0, within(0.002));
        assertThat(squares / draws - mean * mean).isCloseTo(12 / 576.0, within(0.001));
    }
}
