package org.cartograph.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.cartograph.graph.RowCache;
import org.cartograph.placement.CurrentSettings;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.recommend.Answer;
import org.cartograph.recommend.Recommender;
import org.cartograph.recommend.Request;
import org.cartograph.shop.LiveShop;
import org.cartograph.shop.TraitsCache;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A whole page inside the database, without the way there and back; the pages and the home of {@link PageBenchmark}, which
 * must have run before.
 *
 * <p>{@code ./mvnw -q -Pbench -pl procedures test-compile exec:exec@answer -Dbench.home=DIR}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 2)
public class AnswerBenchmark {
    static final String HOME = "bench.home";

    /** Which page. */
    @Param({"product", "cart", "home"})
    public String context = "product";

    /** Whether rows and traits are kept from one answer to the next. */
    @Param({"warm", "cold"})
    public String cache = "warm";

    private @Nullable HomeServer server;
    private List<Map<String, Object>> pages = List.of();
    private int page;

    /** Runs it on the home that is the first argument. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(AnswerBenchmark.class.getName())
                        .jvmArgsAppend("-D" + HOME + "=" + arguments[0])
                        .build())
                .run();
    }

    /** Opens the shop. */
    @Setup(Level.Trial)
    public void open() {
        HomeServer opened = new HomeServer(Path.of(Objects.requireNonNull(System.getProperty(HOME))));
        PageRequests requests = new PageRequests(opened);
        requests.prepare();
        pages = switch (context) {
            case "product" -> requests.productPages();
            case "cart" -> requests.cartPages();
            default -> requests.homePages();
        };
        server = opened;
    }

    /** Closes it. */
    @TearDown(Level.Trial)
    public void close() {
        Objects.requireNonNull(server).close();
    }

    /** One answer. */
    @Benchmark
    public Answer answer() {
        HomeServer open = Objects.requireNonNull(server);
        if (cache.equals("cold")) {
            RowCache.forget(open.database());
            TraitsCache.forget(open.database());
        }
        Map<String, Object> request = pages.get(page++ % pages.size());
        try (Transaction transaction = open.database().beginTx()) {
            RecommendSettings settings = CurrentSettings.read(transaction);
            return new Recommender(new LiveShop(open.database(), transaction), settings)
                    .answer(Request.of(context, request, settings));
        }
    }
}
