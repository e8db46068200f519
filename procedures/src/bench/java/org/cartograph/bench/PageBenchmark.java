package org.cartograph.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cartograph.graph.RowCache;
import org.cartograph.shop.TraitsCache;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

/**
 * What a whole page costs over Bolt, against the way to the server and back.
 *
 * <p>{@code ./mvnw -q -Pbench -pl procedures test-compile exec:exec@page -Dbench.home=DIR}, where DIR is the home of a
 * stopped database with a loaded shop, which gets a model and some customers more. The shop of the figures: {@code java -jar
 * import/target/cartograph-import.jar demo --out files --products 20000 --customers 30000 --orders 200000}, loaded with
 * {@code … load} into {@code java -jar database/target/cartograph-database.jar --home DIR}.
 *
 * <p>One session asks for all pages in blocks that alternate with {@code RETURN 1}. Before each cold answer the rows and
 * traits that are kept are forgotten; the assortment, which a thread of its own reads, is not, and Neo4j's page cache holds
 * the whole store.
 *
 * <p>Where the time goes, by {@code -XX:StartFlightRecording} and {@code jfr print --events jdk.ExecutionSample}, the samples
 * of warm product and cart pages counted by the nearest method of ours: a quarter reads what is true of contenders at this
 * moment (price, stock, season), which is the point of asking a database; a seventh looks whether kept traits are still
 * true; rows cost a twentieth, where without the cache they are a third and the largest part. The wire and {@code RETURN 1}
 * are as much again as a product page takes inside.
 *
 * <p>What the profile led to: a cart read two thousand products whole to find two upgrades (two thirds of its time); now
 * prices of a minute ago leave some dozens to read. Lists asked of each of three hundred products whether it still exists.
 * Each edge of a long history became an object, and all were searched again for every item shown. Taste and substitutes ask
 * for traits of a minute ago. Together a cart with a history of two hundred went from 7.9 to 1.5 ms of processor time
 * inside the database, a home page from 15.5 to 7.7 ms.
 */
public final class PageBenchmark {
    private static final String ANSWER = "CALL cartograph.answer($context, $request)";
    private static final String NOTHING = "RETURN 1";
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 10;
    private static final int BLOCK = 20;
    /** A row that was just written is not kept. */
    private static final long SETTLING_MILLIS = 12_000;

    private final Session session;
    private final HomeServer server;
    private final Map<String, Figures> figures = new LinkedHashMap<>();

    private PageBenchmark(Session session, HomeServer server) {
        this.session = session;
        this.server = server;
    }

    private record Page(String context, boolean cold, List<Map<String, Object>> requests) {
        String name() {
            return context + (cold ? ", cold" : ", warm");
        }
    }

    /** Runs the benchmark on the home that is the first argument, in as many rounds as the second says, and prints its table. */
    public static void main(String[] arguments) throws InterruptedException {
        try (HomeServer server = new HomeServer(Path.of(arguments[0]))) {
            PageRequests requests = new PageRequests(server);
            requests.prepare();
            Thread.sleep(SETTLING_MILLIS);
            try (Driver driver = GraphDatabase.driver(server.bolt());
                    Session session = driver.session()) {
                new PageBenchmark(session, server)
                        .run(requests, arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS);
            }
        }
    }

    private void run(PageRequests requests, int rounds) {
        List<Page> pages = new ArrayList<>();
        for (boolean cold : List.of(false, true)) {
            pages.add(new Page("product", cold, requests.productPages()));
            pages.add(new Page("cart", cold, requests.cartPages()));
            pages.add(new Page("home", cold, requests.homePages()));
        }
        for (int time = 0; time < WARM_UP; time++) {
            pages.forEach(page -> ask(page, page.requests(), new Figures()));
        }
        for (int round = 0; round < rounds; round++) {
            for (Page page : pages) {
                // What a cold round forgot is read again before anything counts as warm.
                if (!page.cold()) {
                    ask(page, page.requests(), new Figures());
                }
                for (int from = 0; from < page.requests().size(); from += BLOCK) {
                    ask(page, page.requests().subList(from, from + BLOCK), of(page.name()));
                    nothing();
                }
            }
        }
        print(pages);
    }

    private void print(List<Page> pages) {
        Figures nothing = of(NOTHING);
        MarkdownTable table = new MarkdownTable("over Bolt", "p50 (ms)", "p99 (ms)", "p50 / RETURN 1", "p99 / RETURN 1")
                .row(NOTHING, millis(nothing, 50), millis(nothing, 99), "1.0", "1.0");
        for (Page page : pages) {
            Figures figures = of(page.name());
            table.row(
                    page.name(),
                    millis(figures, 50),
                    millis(figures, 99),
                    ratio(figures, nothing, 50),
                    ratio(figures, nothing, 99));
        }
        table.print();
    }

    private Figures of(String name) {
        return figures.computeIfAbsent(name, key -> new Figures());
    }

    private void ask(Page page, List<Map<String, Object>> requests, Figures into) {
        for (Map<String, Object> request : requests) {
            if (page.cold()) {
                RowCache.forget(server.database());
                TraitsCache.forget(server.database());
            }
            Map<String, Object> parameters = Map.of("context", page.context(), "request", request);
            long start = System.nanoTime();
            session.run(ANSWER, parameters).list();
            into.add((System.nanoTime() - start) / 1e6);
        }
    }

    private void nothing() {
        for (int time = 0; time < BLOCK; time++) {
            long start = System.nanoTime();
            session.run(NOTHING).list();
            of(NOTHING).add((System.nanoTime() - start) / 1e6);
        }
    }

    private static String millis(Figures figures, double percent) {
        return String.format(Locale.ROOT, "%.2f", figures.percentile(percent));
    }

    private static String ratio(Figures slow, Figures fast, double percent) {
        return String.format(Locale.ROOT, "%.1f", slow.percentile(percent) / fast.percentile(percent));
    }
}
