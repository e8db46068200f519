package org.cartograph.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.cartograph.bench.MarkdownTable;
import org.cartograph.fixture.OnlineRetail;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The inner loops of learning, a product each: counting its pairs, solving its ridge system, merging its row.
 *
 * <p>{@code ./mvnw -q -Pbench -pl procedures test-compile exec:exec@kernels}
 *
 * <p>Each works through the same {@value #SAMPLE} products, drawn at random. The synthetic shop has 20,000 products of
 * Zipf popularity in 200,000 orders of three lines on average; the real one is seen once by orders and once by
 * customers.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {
    static final int SAMPLE = 50;

    private static final String SYNTHETIC = "synthetic orders";
    private static final String ORDERS = "online_retail orders";
    private static final String CUSTOMERS = "online_retail customers";
    private static final Weighting WEIGHTING = new Weighting(25, 0.7, 0.2, 1, 50, 0.5, 20);

    /** Whose baskets. */
    @Param({SYNTHETIC})
    public String shop = SYNTHETIC;

    private SameBasket pairs;
    private Tally tally;
    private LocalRidge ridge;
    private RowLearner learner;
    private RowMerge merge;
    private int[] sample;
    private Tally[] counted;
    private RowLearner.Learned[] learned;

    /** Learns what the later steps need, once. */
    @Setup(Level.Trial)
    public void learn() {
        Baskets baskets = baskets(shop);
        pairs = new SameBasket(baskets, WEIGHTING);
        tally = new Tally(baskets.products());
        SharedSums sums = SharedSums.of(pairs, WEIGHTING);
        ridge = new LocalRidge(pairs, WEIGHTING, sums.diagonal());
        learner = new RowLearner(pairs, WEIGHTING, sums);
        merge = new RowMerge(WEIGHTING);
        sample = new Random(11)
                .ints(0, baskets.products())
                .distinct()
                .limit(SAMPLE)
                .toArray();
        counted = new Tally[SAMPLE];
        learned = new RowLearner.Learned[baskets.products()];
        for (int at = 0; at < SAMPLE; at++) {
            counted[at] = new Tally(baskets.products());
            pairs.count(sample[at], counted[at]);
            learned[sample[at]] = learner.learn(sample[at]);
            for (int target : learned[sample[at]].walk().products()) {
                learned[target] = learner.learn(target);
            }
        }
    }

    /** Counts the pairs of a product and forgets them. */
    @Benchmark
    @OperationsPerInvocation(SAMPLE)
    public void pairCounting() {
        for (int product : sample) {
            pairs.count(product, tally);
            tally.clear();
        }
    }

    /** Solves the ridge system of a product whose pairs were counted. */
    @Benchmark
    @OperationsPerInvocation(SAMPLE)
    public void localRidge(Blackhole results) {
        for (int at = 0; at < SAMPLE; at++) {
            results.consume(ridge.solve(sample[at], counted[at]));
        }
    }

    /** Joins the walk and the ridge of a product. */
    @Benchmark
    @OperationsPerInvocation(SAMPLE)
    public void rowMerge(Blackhole results) {
        for (int product : sample) {
            results.consume(merge.merge(product, learned[product].walk(), target -> learned[target].incoming()));
        }
    }

    /** Runs all kernels on the shops that are at hand and prints a table. */
    public static void main(String[] arguments) throws RunnerException {
        String[] shops = OnlineRetail.orders().isPresent()
                ? new String[] {SYNTHETIC, ORDERS, CUSTOMERS}
                : new String[] {SYNTHETIC};
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(KernelBenchmark.class.getName())
                        .param("shop", shops)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        MarkdownTable table = new MarkdownTable("µs a product", "pair counting", "local ridge, m = 50", "row merge");
        for (String shop : shops) {
            table.row(
                    shop,
                    micros(results, shop, "pairCounting"),
                    micros(results, shop, "localRidge"),
                    micros(results, shop, "rowMerge"));
        }
        table.print();
    }

    private static String micros(Collection<RunResult> results, String shop, String kernel) {
        return results.stream()
                .filter(result -> result.getParams().getParam("shop").equals(shop)
                        && result.getParams().getBenchmark().endsWith(kernel))
                .map(RunResult::getPrimaryResult)
                .map(result -> String.format(
                        Locale.ROOT,
                        "%.1f ± %.1f",
                        result.getScore(),
                        result.getStatistics().getStandardDeviation()))
                .findFirst()
                .orElse("");
    }

    private static Baskets baskets(String shop) {
        if (shop.equals(SYNTHETIC)) {
            return synthetic(20_000, 200_000, 3);
        }
        Map<String, TreeSet<Integer>> baskets = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (OnlineRetail.Order order : OnlineRetail.orders().orElseThrow()) {
            TreeSet<Integer> basket =
                    baskets.computeIfAbsent(shop.equals(ORDERS) ? order.id() : order.customer(), id -> new TreeSet<>());
            order.lines().forEach(line -> basket.add(numbers.computeIfAbsent(line.product(), id -> numbers.size())));
        }
        return pack(numbers.size(), new ArrayList<>(baskets.values()));
    }

    private static Baskets synthetic(int products, int orders, int meanLines) {
        Random random = new Random(3);
        double[] cumulated = new double[products];
        double sum = 0;
        for (int rank = 0; rank < products; rank++) {
            sum += 1.0 / (rank + 1);
            cumulated[rank] = sum;
        }
        List<TreeSet<Integer>> baskets = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            TreeSet<Integer> basket = new TreeSet<>();
            // One line at least, and each further one with the probability that makes the mean.
            do {
                int found = Arrays.binarySearch(cumulated, random.nextDouble() * sum);
                basket.add(found < 0 ? -found - 1 : found);
            } while (random.nextInt(meanLines) != 0);
            baskets.add(basket);
        }
        return pack(products, baskets);
    }

    private static Baskets pack(int products, List<TreeSet<Integer>> baskets) {
        int[] start = new int[baskets.size() + 1];
        for (int basket = 0; basket < baskets.size(); basket++) {
            start[basket + 1] = start[basket] + baskets.get(basket).size();
        }
        int[] members = baskets.stream()
                .flatMap(TreeSet::stream)
                .mapToInt(Integer::intValue)
                .toArray();
        return new Baskets(products, start, members);
    }
}
