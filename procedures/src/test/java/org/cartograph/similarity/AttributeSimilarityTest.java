package org.cartograph.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributeSimilarityTest {
    private static final AttributeWeighting PLAIN = new AttributeWeighting(25, 0, 0, 0.5, 1, Map.of());
    private static final LookAlikes[] NO_VECTORS = {};

    /** Attribute to level, of each product. */
    private final List<Map<Integer, Integer>> products = new ArrayList<>();

    @Test
    void countsARareAttributeForMoreThanACommonOne() {
        // 0 shares with 1 what three have, with 2 what two have.
        has(0, 1);
        has(0);
        has(1);
        has(0);

        Row row = row(PLAIN, 0);
        double three = Math.log(4 / 3.0);
        double two = Math.log(2);
        double length = Math.sqrt(three * three + two * two);
        assertThat(row.products()).containsExactly(2, 1, 3);
        assertThat((double) row.scores()[0]).isCloseTo(two * two / (length * two), within(1e-6));
        assertThat((double) row.scores()[1]).isCloseTo(three * three / (length * three), within(1e-6));
        assertThat(row.counts()).containsExactly(1, 1, 1);
    }

    @Test
    void countsASharedParentForLessThanASharedLeaf() {
        // Leaves 0 and 1 lie in 2; a stranger keeps idf above 0.
        products.add(new TreeMap<>(Map.of(0, 0, 2, 1)));
        products.add(new TreeMap<>(Map.of(0, 0, 2, 1)));
        products.add(new TreeMap<>(Map.of(1, 0, 2, 1)));
        has(3);
        has(3);

        Row row = row(PLAIN, 0);

        double leaf = Math.pow(Math.log(5 / 2.0), 2);
        double other = Math.pow(Math.log(5), 2);
        double parent = Math.pow(Math.log(5 / 3.0), 2) / 2;
        assertThat(row.products()).containsExactly(1, 2);
        assertThat((double) row.scores()[0]).isCloseTo(1, within(1e-6));
        assertThat((double) row.scores()[1])
                .isCloseTo(parent / Math.sqrt((leaf + parent) * (other + parent)), within(1e-6));
    }

    @Test
    void putsTheNearerPriceFirstAmongEquals() {
        has(0);
        has(0);
        has(0);
        has(1);

        Row row = new SimilarLearner(
                        new AttributeSimilarity(
                                attributes(),
                                new double[] {10, 40, 8, Double.NaN},
                                NO_VECTORS,
                                new AttributeWeighting(25, 0, 0.6, 0.5, 1, Map.of())),
                        25)
                .row(0);

        assertThat(row.products()).containsExactly(2, 1);
        assertThat(row.scores()).containsExactly(new float[] {1 - 0.6f * 0.2f, 1 - 0.6f * 0.75f}, within(1e-6f));
    }

    @Test
    void addsWhatTheVectorIndexFound() {
        has(0);
        has(0);
        has(1);
        LookAlikes[] vectors = {new LookAlikes(new int[] {2}, new float[] {0.75f}), LookAlikes.NONE, LookAlikes.NONE};

        Row row = new SimilarLearner(
                        new AttributeSimilarity(
                                attributes(),
                                unknownPrices(),
                                vectors,
                                new AttributeWeighting(25, 0, 0, 0.5, 2, Map.of())),
                        25)
                .row(0);

        assertThat(row.products()).containsExactly(2, 1);
        assertThat(row.scores()).containsExactly(new float[] {1.5f, 1}, within(1e-6f));
        assertThat(row.counts()).containsExactly(0, 1);
    }

    @Test
    void leavesOutAKeyThatWeighsNothing() {
        has(0, 1);
        has(0);
        has(1);
        has(2);

        // Attribute a has the key k(a % 2).
        assertThat(row(new AttributeWeighting(25, 0, 0, 0.5, 1, Map.of("k1", 0.0)), 0)
                        .products())
                .containsExactly(1);
    }

    @Test
    void isTheSameAsComparingEveryPair() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            products.clear();
            for (int product = 0; product < 12; product++) {
                Map<Integer, Integer> levels = new TreeMap<>();
                random.ints(random.nextInt(5), 0, 9).forEach(attribute -> levels.put(attribute, random.nextInt(3)));
                products.add(levels);
            }
            double[] prices = random.doubles(12)
                    .map(price -> price < 0.2 ? Double.NaN : price)
                    .toArray();
            AttributeWeighting weighting = new AttributeWeighting(
                    12, random.nextInt(3), random.nextDouble(), random.nextDouble(), 1, Map.of("k0", 2.5));
            SimilarLearner learner =
                    new SimilarLearner(new AttributeSimilarity(attributes(), prices, NO_VECTORS, weighting), 12);
            for (int product = 0; product < 12; product++) {
                assertSameAsAllPairs(learner.row(product), product, prices, weighting);
            }
        }
    }

    @Test
    void asksOnlyWhoMayBeAsked() {
        has(0);
        has(0);
        has(0);
        has(1);

        assertThat(new SimilarLearner(new AttributeSimilarity(attributes(), unknownPrices(), NO_VECTORS, PLAIN), 5)
                        .nearest(0, product -> product == 2)
                        .products())
                .containsExactly(2);
    }

    @Test
    void leavesOutWhatNearlyEverybodyHas() {
        for (int product = 0; product < 1001; product++) {
            has(0, 1 + product % 500);
        }

        Attributes attributes = attributes();

        assertThat(attributes.skipped()).containsExactly(0);
        assertThat(attributes.of(3)).containsExactly(4);
        assertThat(attributes.own(3, "k0")).containsExactly(0, 4);
        assertThat(row(PLAIN, 3).products()).containsExactly(503);
    }

    @Test
    void keepsTheRarestOfVeryManyAttributes() {
        Map<Integer, Integer> many = new TreeMap<>();
        for (int attribute = 0; attribute < 10_000; attribute++) {
            many.put(attribute, 0);
        }
        products.add(many);
        has(0, 9_999);
        has(0);

        Attributes attributes = attributes();

        assertThat(attributes.boundedProducts()).isEqualTo(1);
        assertThat(attributes.of(0)).hasSize(Attributes.MOST_ATTRIBUTES).doesNotContain(0, 9_999);
    }

    @Test
    void forgetsProductsThatAreNotKept() {
        has(0);
        has(0);
        has(0);
        has(1);
        BitSet kept = new BitSet();
        kept.set(0);
        kept.set(2);
        kept.set(3);

        Attributes attributes = attributes().keeping(kept);

        assertThat(attributes.members(0)).isEqualTo(2);
        assertThat(attributes.idf(0)).isCloseTo(Math.log(3 / 2.0), within(1e-9));
        assertThat(attributes.of(1)).isEmpty();
    }

    private void has(Integer... attributes) {
        Map<Integer, Integer> levels = new TreeMap<>();
        Arrays.stream(attributes).forEach(attribute -> levels.put(attribute, 0));
        products.add(levels);
    }

    private Row row(AttributeWeighting weighting, int product) {
        return new SimilarLearner(new AttributeSimilarity(attributes(), unknownPrices(), NO_VECTORS, weighting), 25)
                .row(product);
    }

    private double[] unknownPrices() {
        double[] prices = new double[products.size()];
        Arrays.fill(prices, Double.NaN);
        return prices;
    }

    private Attributes attributes() {
        int count = 1
                + products.stream()
                        .flatMap(levels -> levels.keySet().stream())
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
        int[] start = new int[products.size() + 1];
        List<Integer> attributes = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        for (int product = 0; product < products.size(); product++) {
            attributes.addAll(products.get(product).keySet());
            levels.addAll(products.get(product).values());
            start[product + 1] = attributes.size();
        }
        byte[] bytes = new byte[levels.size()];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = levels.get(at).byteValue();
        }
        int[] keyOf = new int[count];
        for (int attribute = 0; attribute < count; attribute++) {
            keyOf[attribute] = attribute % 2;
        }
        return new Attributes(
                List.of("k0", "k1"),
                keyOf,
                start,
                attributes.stream().mapToInt(Integer::intValue).toArray(),
                bytes);
    }

    private void assertSameAsAllPairs(Row row, int product, double[] prices, AttributeWeighting weighting) {
        int found = 0;
        for (int other = 0; other < products.size(); other++) {
            if (other == product) {
                continue;
            }
            double common = 0;
            int shared = 0;
            for (int attribute : products.get(product).keySet()) {
                if (products.get(other).containsKey(attribute)) {
                    common += value(product, attribute, weighting) * value(other, attribute, weighting);
                    shared++;
                }
            }
            double cosine = common == 0
                    ? 0
                    : common / (length(product, weighting) * length(other, weighting) + weighting.shrink());
            double lower = Math.min(prices[product], prices[other]);
            double higher = Math.max(prices[product], prices[other]);
            double score =
                    cosine * (Double.isNaN(lower) ? 1 : 1 - weighting.price() + weighting.price() * lower / higher);
            if (shared > 0 && score > 0) {
                int place = place(row, other);
                assertThat(place).as("%s → %s", product, other).isNotNegative();
                assertThat((double) row.scores()[place]).isCloseTo(score, within(1e-5));
                assertThat(row.counts()[place]).isEqualTo(shared);
                found++;
            }
        }
        assertThat(row.size()).isEqualTo(found);
    }

    private double value(int product, int attribute, AttributeWeighting weighting) {
        long members = products.stream()
                .filter(levels -> levels.containsKey(attribute))
                .count();
        double idf = Math.log((double) products.size() / members);
        int level = products.get(product).getOrDefault(attribute, 0);
        return Math.sqrt(weighting.weight("k" + attribute % 2)) * idf * Math.pow(weighting.parent(), level / 2.0);
    }

    private double length(int product, AttributeWeighting weighting) {
        return Math.sqrt(products.get(product).keySet().stream()
                .mapToDouble(attribute -> Math.pow(value(product, attribute, weighting), 2))
                .sum());
    }

    private static int place(Row row, int product) {
        return IntStream.range(0, row.size())
                .filter(place -> row.products()[place] == product)
                .findFirst()
                .orElse(-1);
    }
}
