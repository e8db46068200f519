package org.cartograph.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowLearnerTest {
    private static final Weighting WALK = new Weighting(25, 1, 0, 1, 0, 0, 0);

    @Test
    void sharesOneStepOverTheWalk() {
        // 0 with 1 in a basket of two, with 1 and 2 in a basket of three: 1 weighs 1/2 + 1/3, 2 weighs 1/3.
        Row row = row(baskets(3, List.of(0, 1), List.of(0, 1, 2)), WALK, 0);

        assertThat(row.products()).containsExactly(1, 2);
        assertThat(row.scores()).containsExactly(new float[] {5 / 7f, 2 / 7f}, within(1e-6f));
        assertThat(row.counts()).containsExactly(2, 1);
    }

    @Test
    void takesPopularityOutAsBetaSays() {
        // 1 is in four baskets, 2 in one; each was bought once with 0.
        Baskets baskets = baskets(3, List.of(0, 1), List.of(0, 2), List.of(1), List.of(1), List.of(1));

        Row row = row(baskets, new Weighting(25, 1, 0.5, 1, 0, 0, 0), 0);

        assertThat(row.products()).containsExactly(2, 1);
        assertThat(row.scores()).containsExactly(new float[] {2 / 3f, 1 / 3f}, within(1e-6f));
    }

    @Test
    void solvesManySystemsAsItWouldSolveEach() {
        Random random = new Random(5);
        List<List<Integer>> orders = new ArrayList<>();
        for (int order = 0; order < 6_000; order++) {
            TreeSet<Integer> products = new TreeSet<>();
            int first = random.nextInt(1_000);
            for (int line = 0; line < 4; line++) {
                products.add((first + random.nextInt(40)) % 1_000);
            }
            orders.add(List.copyOf(products));
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        Baskets baskets = baskets(1_000, orders.toArray(new List[0]));
        Weighting ridge = new Weighting(25, 1, 0, 1, 30, 0.5, 20);
        SameBasket pairs = new SameBasket(baskets, ridge);
        RowLearner learner = new RowLearner(pairs, ridge, SharedSums.of(pairs, ridge));

        // So many that their neighbours do not fit into one matrix.
        Map<Integer, Incoming> systems = learner.systems(
                IntStream.range(0, 1_000).filter(product -> product % 7 == 0).toArray());

        assertThat(systems).hasSize(143).allSatisfy((product, system) -> {
            Incoming alone = learner.learn(product).incoming();
            assertThat(system.sources()).isEqualTo(alone.sources());
            assertThat(system.weights()).containsExactly(alone.weights(), within(1e-6f));
        });
    }

    @Test
    void keepsNoMoreThanK() {
        Row row = row(baskets(5, List.of(0, 1, 2, 3, 4), List.of(0, 3)), new Weighting(2, 1, 0, 1, 0, 0, 0), 0);

        assertThat(row.products()).containsExactly(3, 1);
        // Scores are shares of the K best: 3 weighs 1/5 + 1/2, 1 weighs 1/5.
        assertThat(row.scores()).containsExactly(new float[] {7 / 9f, 2 / 9f}, within(1e-6f));
    }

    @Test
    void weighsASingleRidgeNeighbourByHand() {
        // G_00 = 2, G_01 = 2, λ = 2: the system of 1 is (2 + 2) w = 2.
        Baskets baskets = baskets(2, List.of(0, 1), List.of(0, 1));
        Weighting ridge = new Weighting(25, 1, 0, 0, 10, 0, 2);

        Row row = row(baskets, ridge, 0);

        assertThat(row.products()).containsExactly(1);
        assertThat(row.scores()).containsExactly(new float[] {0.5f}, within(1e-6f));
    }

    @Test
    void addsTheWalkToTheRidgeAsGammaSays() {
        Baskets baskets = baskets(2, List.of(0, 1), List.of(0, 1));

        Row row = row(baskets, new Weighting(25, 1, 0, 3, 10, 0, 2), 0);

        // The walk's only target has the whole share: 3 · 1 + 0.5.
        assertThat(row.scores()).containsExactly(new float[] {3.5f}, within(1e-6f));
    }

    @Test
    void solvesTheSameRidgeAsTheWholeMatrixWhenTheNeighbourhoodIsTheWholeCatalogue() {
        Random random = new Random(3);
        for (int round = 0; round < 20; round++) {
            int products = 6;
            Baskets baskets = randomBaskets(random, products, 30);
            Weighting weighting = new Weighting(25, 0.7, 0.2, 0, products, 0.5, 2);
            SameBasket pairs = new SameBasket(baskets, weighting);
            RowLearner learner = new RowLearner(pairs, weighting, SharedSums.of(pairs, weighting));
            double[][] gram = gram(baskets, 0.5);
            for (int target = 0; target < products; target++) {
                Incoming incoming = learner.learn(target).incoming();
                double[] expected = wholeRidge(gram, target, 2);
                for (int source = 0; source < products; source++) {
                    double weight = source == target ? 0 : Math.max(0, expected[source]);
                    assertThat((double) incoming.from(source)).isCloseTo(weight, within(1e-4));
                }
            }
        }
    }

    @Test
    void countsALaterOrderByItsDistance() {
        // One customer: {0}, then {1}, then {2}, a day apart; a stranger's {0, 3}.
        Baskets orders = baskets(4, List.of(0), List.of(1), List.of(2), List.of(0, 3));
        OrderSequence sequence = new OrderSequence(new int[] {0, 0, 0, 1}, new long[] {0, 86_400, 172_800, 0});

        Row row = next(orders, sequence, 30 * 86_400L);

        // 1: ½·½, 2: ½·⅓, 3: 1 in an order of two, so ½; sum 11/12.
        assertThat(row.products()).containsExactly(3, 1, 2);
        assertThat(row.scores()).containsExactly(new float[] {6 / 11f, 3 / 11f, 2 / 11f}, within(1e-6f));
        assertThat(row.counts()).containsExactly(1, 1, 1);
    }

    @Test
    void doesNotLookBeyondTheWindowOrBackInTime() {
        Baskets orders = baskets(3, List.of(1), List.of(0), List.of(2));
        OrderSequence sequence = new OrderSequence(new int[] {0, 0, 0}, new long[] {0, 10, 100});

        assertThat(next(orders, sequence, 89).products()).isEmpty();
        assertThat(next(orders, sequence, 90).products()).containsExactly(2);
    }

    @Test
    void doesNotCallTwoOrdersOfTheSameMomentOneAfterTheOther() {
        Baskets orders = baskets(2, List.of(0), List.of(1));

        assertThat(next(orders, new OrderSequence(new int[] {0, 0}, new long[] {5, 5}), 100)
                        .products())
                .isEmpty();
    }

    @Test
    void countsACustomerOnceHoweverOftenThePairCame() {
        Baskets orders = baskets(2, List.of(0, 1), List.of(0, 1), List.of(0, 1));
        OrderSequence sequence = new OrderSequence(new int[] {0, 0, 1}, new long[] {0, 10, 0});

        assertThat(next(orders, sequence, 100).counts()).containsExactly(2);
    }

    private static Row next(Baskets orders, OrderSequence sequence, long window) {
        return rowOf(new NextOrder(orders, sequence, WALK, window), WALK, 0);
    }

    private static Row row(Baskets baskets, Weighting weighting, int product) {
        return rowOf(new SameBasket(baskets, weighting), weighting, product);
    }

    private static Row rowOf(CoPurchases pairs, Weighting weighting, int product) {
        RowLearner learner = new RowLearner(pairs, weighting, SharedSums.of(pairs, weighting));
        IntFunction<Incoming> systems = other -> learner.learn(other).incoming();
        return new RowMerge(weighting).merge(product, learner.learn(product).walk(), systems);
    }

    @SafeVarargs
    private static Baskets baskets(int products, List<Integer>... baskets) {
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> basket : baskets) {
            all.add(basket);
        }
        return of(products, all);
    }

    private static Baskets of(int products, List<List<Integer>> baskets) {
        int[] start = new int[baskets.size() + 1];
        List<Integer> members = new ArrayList<>();
        for (int basket = 0; basket < baskets.size(); basket++) {
            members.addAll(baskets.get(basket));
            start[basket + 1] = members.size();
        }
        return new Baskets(
                products, start, members.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Baskets randomBaskets(Random random, int products, int count) {
        List<List<Integer>> baskets = new ArrayList<>();
        for (int basket = 0; basket < count; basket++) {
            TreeSet<Integer> members = new TreeSet<>();
            random.ints(1 + random.nextInt(4), 0, products).forEach(members::add);
            baskets.add(List.copyOf(members));
        }
        return of(products, baskets);
    }

    private static double[][] gram(Baskets baskets, double alpha) {
        double[][] gram = new double[baskets.products()][baskets.products()];
        for (int basket = 0; basket < baskets.count(); basket++) {
            for (int a = baskets.basketStart(basket); a < baskets.basketStart(basket + 1); a++) {
                for (int b = baskets.basketStart(basket); b < baskets.basketStart(basket + 1); b++) {
                    gram[baskets.basketProducts()[a]][baskets.basketProducts()[b]] +=
                            Math.pow(baskets.size(basket), -alpha);
                }
            }
        }
        return gram;
    }

    /** (G_SS + λI) w = G_St with S the products that were ever bought with t, by Gauss-Jordan elimination. */
    private static double[] wholeRidge(double[][] gram, int target, double lambda) {
        int n = gram.length;
        double[][] system = new double[n][n + 1];
        for (int row = 0; row < n; row++) {
            boolean inside = row != target && gram[row][target] > 0;
            for (int column = 0; column < n; column++) {
                boolean both = inside && column != target && gram[column][target] > 0;
                system[row][column] = both ? gram[row][column] : 0;
            }
            system[row][row] = inside ? gram[row][row] + lambda : 1;
            system[row][n] = inside ? gram[row][target] : 0;
        }
        for (int pivot = 0; pivot < n; pivot++) {
            for (int row = 0; row < n; row++) {
                double factor = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; column <= n; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[] solution = new double[n];
        for (int row = 0; row < n; row++) {
            solution[row] = system[row][n] / system[row][row];
        }
        return solution;
    }
}
