package org.cartograph.service.refresh;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.problem.LogText;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The right to do the scheduled work, which one of all services before a database has at a time.
 *
 * <p>It is a node of the graph, taken and renewed by one statement that holds the node's lock and reads the database's
 * clock, so services need not agree about the time. What its holder believes ends before what the graph says, because
 * the holder counts from the moment before it asked. Who dies, freezes or loses the database has lost it a life later;
 * who stops gives it back.
 *
 * <p>It saves work and protects nothing: what a holder began goes on in the database after it has lost the lease, and
 * the plugin sees to it that work done twice, or by two at a time, does no harm.
 */
@Component
final class Lease implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    /** Without it two services that ask first at the same moment would each get a node of their own. */
    private static final String KEY =
            "CREATE CONSTRAINT lease_name IF NOT EXISTS FOR (l:Lease) REQUIRE l.name IS UNIQUE";

    /** Writing to the node first takes its lock; what is read before that may be no longer true. */
    static final String TAKE = """
            MERGE (lease:Lease {name: $name})
            SET lease.asked = true
            REMOVE lease.asked
            WITH lease, datetime() AS now
            WHERE lease.holder IS NULL OR lease.holder = $holder OR lease.until <= now
            SET lease.holder = $holder, lease.until = now + duration({milliseconds: $life})
            RETURN lease.until AS until
            """;

    private static final String GIVE_BACK = """
            MATCH (lease:Lease {name: $name, holder: $holder})
            SET lease.until = datetime()
            REMOVE lease.holder
            """;

    static final String NAME = "scheduled work";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A service that stops waits no longer for a database that may be away. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final String holder = UUID.randomUUID().toString();
    private final Duration life;
    private final ShopDatabase database;
    private final Routine renewal;
    private boolean keyed;
    /** By {@link System#nanoTime()}, which goes on while a process is frozen. */
    private volatile long heldUntil = System.nanoTime();

    Lease(LeaseSettings settings, ShopDatabase database, MeterRegistry metrics) {
        this.life = settings.life();
        this.database = database;
        this.renewal = new Routine("lease", settings.pace(), Duration.ZERO, database::isKnown, this::renew);
        Gauge.builder("cartograph.lease.held", this, lease -> lease.isHeld() ? 1 : 0)
                .description("1 in the one service that does the scheduled work, 0 in the others")
                .register(metrics);
    }

    /** Whether this service may begin to work now. */
    boolean isHeld() {
        return heldUntil - System.nanoTime() > 0;
    }

    private void renew() {
        boolean before = isHeld();
        if (!keyed) {
            installKey();
        }
        long asked = System.nanoTime();
        Map<String, Object> wanted = Map.of("name", NAME, "holder", holder, "life", life.toMillis());
        boolean granted = database.write(TAKE, wanted, PATIENCE, rows -> !rows.isEmpty());
        heldUntil = granted ? asked + life.toNanos() : asked;
        if (granted != before) {
            LOG.info(granted ? "lease taken: this service does the scheduled work" : "lease lost to another service");
        }
    }

    /** Where the server refuses, for want of a right, the lease does without: its node is there after the first time. */
    private void installKey() {
        try {
            database.write(KEY, Map.of(), PATIENCE, List::size);
        } catch (ClientException refused) {
            if (!String.valueOf(refused.code()).startsWith("Neo.ClientError.")) {
                throw refused; // the driver's own impatience: the database is away
            }
            LOG.warn("The key of the lease could not be installed: {}", LogText.of(refused));
        }
        keyed = true;
    }

    @Override
    public void start() {
        renewal.start();
    }

    /** Gives it back, so that another service need not wait for its end. */
    @Override
    public void stop() {
        renewal.stop();
        if (isHeld()) {
            heldUntil = System.nanoTime();
            Thread farewell = new Thread(this::giveBack, "lease");
            farewell.setDaemon(true);
            farewell.start();
            try {
                farewell.join(FAREWELL.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void giveBack() {
        try {
            database.write(GIVE_BACK, Map.of("name", NAME, "holder", holder), FAREWELL, List::size);
        } catch (Neo4jException | DatabaseAway away) {
            LOG.info("The lease could not be given back; another service takes it within {} ms", life.toMillis());
        }
    }

    @Override
    public boolean isRunning() {
        return renewal.isRunning();
    }

    /** Taken before the work begins, given back after it was told to end. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
