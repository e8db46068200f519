package org.cartograph.service.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.cartograph.service.RunningService;
import org.cartograph.service.demo.ChildDatabase;
import org.cartograph.service.demo.ServiceJar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.slf4j.LoggerFactory;

/** Two services before one database: a process of its own that starts first, and one in here. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class LeaseIT {

    private static final String[] SHOP = {"CALL cartograph.schema.install()", """
        CREATE (ann:Customer {id: 'ann'}), (tea:Product {id: 'tea', name: 'tea'}), (mug:Product {id: 'mug', name: 'mug'}),
               (ann)-[:PURCHASED {orderId: 'o1', at: datetime('2026-03-01T08:00:00Z'), quantity: 1}]->(tea),
               (ann)-[:PURCHASED {orderId: 'o1', at: datetime('2026-03-01T08:00:00Z'), quantity: 1}]->(mug)
        """, "CALL cartograph.model.build({})"};

    /** A new product is due at once, so the next refresh says that it had something to do. */
    private static final String NEWS = """
            MATCH (ann:Customer {id: 'ann'})
            CREATE (ann)-[:PURCHASED {orderId: 'o2', at: datetime('2026-03-02T08:00:00Z'), quantity: 1}]->
                   (:Product {id: randomUUID(), name: 'new'})
            """;

    private static final String REFRESHED = "refresh products=";

    @TempDir
    private static Path folder;

    private static ChildDatabase database;
    private static ServiceJar first;
    private static RunningService second;
    private static final Lines workOfTheSecond = new Lines();

    /** What a service in here says about the model. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }
    }

    @BeforeAll
    static void open() throws IOException {
        database = ChildDatabase.shared();
        database.run(SHOP);
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("cartograph.neo4j.password"), database.password() + "\n");
        List<String> settings = List.of(
                "--spring.config.import=configtree:" + secrets + "/",
                "--cartograph.lease.life=2s",
                "--cartograph.model.refresh-interval=1s");
        List<String> ofTheJar = new ArrayList<>(settings);
        ofTheJar.addAll(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--cartograph.security.mode=open",
                "--cartograph.neo4j.uri=" + database.uri()));
        first = ServiceJar.start(folder, ofTheJar.toArray(String[]::new));
        await("the first service", () -> database.count("MATCH (l:Lease) RETURN count(l)") == 1);
        second = RunningService.start(database.uri(), folder.resolve("second"), settings.toArray(String[]::new));
        workOfTheSecond.start();
        ((Logger) LoggerFactory.getLogger(ModelRefresh.class)).addAppender(workOfTheSecond);
    }

    @AfterAll
    static void close() {
        ((Logger) LoggerFactory.getLogger(ModelRefresh.class)).detachAppender(workOfTheSecond);
        second.close();
        first.kill();
    }

    @Test
    @Order(1)
    void letsOneOfTwoWork() {
        for (int time = 1; time <= 3; time++) {
            int refreshes = time;
            database.run(NEWS);
            await("refresh %d of the first".formatted(time), () -> refreshesOfTheFirst() >= refreshes);
        }

        assertThat(second.part(Lease.class).isHeld()).isFalse();
        assertThat(workOfTheSecond.lines).isEmpty();
    }

    private static long refreshesOfTheFirst() {
        return first.lines().stream().filter(line -> line.contains(REFRESHED)).count();
    }

    @Test
    @Order(2)
    void letsTheOtherWorkWhenTheFirstIsKilled() {
        first.kill();
        long killed = System.nanoTime();

        await("the second to take over", () -> second.part(Lease.class).isHeld());
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(6));

        database.run(NEWS);
        await("a refresh of the second", () -> !workOfTheSecond.lines.isEmpty());
        assertThat(workOfTheSecond.lines.element()).startsWith(REFRESHED);
    }

    @Test
    @Order(3)
    void isFreeAsSoonAsItsHolderStops() {
        second.close();

        assertThat(database.count("MATCH (l:Lease) WHERE l.holder IS NULL AND l.until <= datetime() RETURN count(l)"))
                .isOne();
    }

    /** One holder's time, from its answer to the end it believes in. */
    private record Turn(int holder, long from, long to) {}

    @Test
    @Order(4)
    void neverHasTwoHoldersHoweverManyAsk() throws InterruptedException {
        Queue<Turn> turns = new ConcurrentLinkedQueue<>();
        List<Thread> contenders = new ArrayList<>();
        for (int holder = 0; holder < 6; holder++) {
            int number = holder;
            contenders.add(new Thread(() -> contend(number, turns)));
        }
        contenders.forEach(Thread::start);
        for (Thread contender : contenders) {
            contender.join();
        }

        List<Turn> inOrder =
                turns.stream().sorted(Comparator.comparingLong(Turn::from)).toList();
        assertThat(inOrder.stream().map(Turn::holder).distinct()).hasSizeGreaterThan(1);
        for (int next = 1; next < inOrder.size(); next++) {
            Turn before = inOrder.get(next - 1);
            Turn after = inOrder.get(next);
            assertThat(before.holder == after.holder || before.to <= after.from)
                    .as("%s and %s", before, after)
                    .isTrue();
        }
        assertThat(database.count("MATCH (l:Lease {name: 'contended'}) RETURN count(l)"))
                .isOne();
    }

    private static void contend(int holder, Queue<Turn> turns) {
        long lifeMillis = 60;
        Map<String, Object> wanted = Map.of("name", "contended", "holder", "h" + holder, "life", lifeMillis);
        long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        try (Driver driver = GraphDatabase.driver(database.uri(), database.login());
                Session session = driver.session()) {
            while (System.nanoTime() < end) {
                long asked = System.nanoTime();
                if (!session.run(Lease.TAKE, wanted).list().isEmpty()) {
                    turns.add(new Turn(
                            holder,
                            System.nanoTime(),
                            asked + Duration.ofMillis(lifeMillis).toNanos()));
                    pause(2 * lifeMillis); // lets it go, so that others have their turn
                }
            }
        }
    }

    private static void await(String what, BooleanSupplier happened) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain for " + what).isLessThan(deadline);
            pause(100);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
