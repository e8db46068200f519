package org.cartograph.service.database;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.cartograph.service.startup.CannotStart;
import org.cartograph.service.trace.CurrentTrace;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Config.TrustStrategy;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionConfig;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The shop's Neo4j, over Bolt. It may be away at any time, also when the service starts; a demo's is not known before
 * its own server is up, and is connected then.
 */
@Component
public final class ShopDatabase implements DisposableBean {

    private final Neo4jSettings settings;
    private final RecentWrites recent = new RecentWrites(InstantSource.system());
    private volatile @Nullable Driver driver;
    /** One server sees its own writes at once; behind a routing address another one may answer. */
    private volatile boolean oneOfSeveral;

    ShopDatabase(Neo4jSettings settings) {
        this.settings = settings;
        if (settings.uri() != null) {
            AuthToken who = settings.password() == null
                    ? AuthTokens.none()
                    : AuthTokens.basic(settings.username(), settings.password());
            connect(settings.uri(), who);
        }
    }

    /**
     * Uses this server from now on, whether it is up or not.
     *
     * @throws CannotStart when the address can be none of a Neo4j
     */
    public void connect(URI uri, AuthToken who) {
        try {
            oneOfSeveral = String.valueOf(uri.getScheme()).startsWith("neo4j");
            driver = GraphDatabase.driver(uri, who, patientFor(Duration.ofSeconds(2)));
        } catch (IllegalArgumentException unusable) {
            throw new CannotStart("`cartograph.neo4j.uri` must be an address such as bolt://host:7687, but was " + uri
                    + ": " + unusable.getMessage());
        }
    }

    /** Whether there is a server to ask; it may be away all the same. */
    public boolean isKnown() {
        return driver != null;
    }

    /**
     * Settings of a driver that finds out soon that its server is gone: a connection idle for two seconds is tried before
     * it is used, so that after a restart of the server no request meets a dead one.
     */
    private Config patientFor(Duration wait) {
        Config.ConfigBuilder config = Config.builder()
                .withConnectionTimeout(wait.toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionAcquisitionTimeout(wait.toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionLivenessCheckTimeout(wait.toMillis(), TimeUnit.MILLISECONDS)
                // Its own way of trying again waits a second and goes on for thirty.
                .withMaxTransactionRetryTime(0, TimeUnit.MILLISECONDS)
                .withUserAgent("cartograph-service")
                .withTelemetryDisabled(true);
        if (settings.trustedCertificates() != null) {
            config.withEncryption()
                    .withTrustStrategy(TrustStrategy.trustCustomCertificateSignedBy(
                            settings.trustedCertificates().toFile()));
        }
        return config.build();
    }

    /**
     * Runs one reading statement in a transaction of its own. In a cluster it may be a moment behind what was written: a
     * page does not wait for that.
     *
     * @param atMost  the server ends the statement after this time; a server that is gone is not noticed by it
     * @param reading turns the rows into the result while the session is open
     * @throws DatabaseAway when no server is known yet
     */
    public <T> T read(
            String cypher, Map<String, Object> parameters, Duration atMost, Function<List<Record>, T> reading) {
        return run(session(AccessMode.READ), cypher, parameters, atMost, reading);
    }

    /**
     * Runs one reading statement that sees what this service has written: in a cluster the answering server first catches
     * up with it.
     *
     * @param atMost  the server ends the statement after this time
     * @param reading turns the rows into the result while the session is open
     * @throws DatabaseAway when no server is known yet
     */
    public <T> T readWhatWasWritten(
            String cypher, Map<String, Object> parameters, Duration atMost, Function<List<Record>, T> reading) {
        return run(remembering(AccessMode.READ), cypher, parameters, atMost, reading);
    }

    /**
     * Runs one writing statement in a transaction of its own, once: it is not tried again when it fails.
     *
     * @param atMost  the server ends the statement after this time
     * @param reading turns the rows into the result while the session is open
     * @throws DatabaseAway when no server is known yet
     */
    public <T> T write(
            String cypher, Map<String, Object> parameters, Duration atMost, Function<List<Record>, T> reading) {
        return run(remembering(AccessMode.WRITE), cypher, parameters, atMost, reading);
    }

    /**
     * Runs several statements in one writing transaction, once: it is not tried again when it fails. On return it is
     * committed; after a failure on the way there that cannot be told.
     *
     * @param atMost the server ends the transaction after this time; a server that is gone is not noticed by it, but
     *               interrupting the thread drops the connection
     * @throws DatabaseAway when no server is known yet
     */
    <T> T write(Duration atMost, TransactionCallback<T> statements) {
        try (Session open = open(remembering(AccessMode.WRITE))) {
            return open.executeWrite(statements, limited(atMost));
        }
    }

    private <T> T run(
            SessionConfig.Builder session,
            String cypher,
            Map<String, Object> parameters,
            Duration atMost,
            Function<List<Record>, T> reading) {
        try (Session open = open(session)) {
            return reading.apply(open.run(cypher, parameters, limited(atMost)).list());
        }
    }

    private static SessionConfig.Builder session(AccessMode mode) {
        return SessionConfig.builder().withDefaultAccessMode(mode);
    }

    private SessionConfig.Builder remembering(AccessMode mode) {
        return oneOfSeveral ? session(mode).withBookmarkManager(recent) : session(mode);
    }

    private Session open(SessionConfig.Builder session) {
        Driver connected = driver;
        if (connected == null) {
            throw new DatabaseAway(DatabaseAway.Reason.STARTING, "The database is still starting.", null);
        }
        if (settings.database() != null) {
            session.withDatabase(settings.database());
        }
        return connected.session(session.build());
    }

    /** Says who is asking, so that a slow query in {@code SHOW TRANSACTIONS} leads back to a request. */
    private static TransactionConfig limited(Duration atMost) {
        TransactionConfig.Builder transaction = TransactionConfig.builder().withTimeout(atMost);
        CurrentTrace.get().ifPresent(trace -> transaction.withMetadata(trace.metadata()));
        return transaction.build();
    }

    @Override
    public void destroy() {
        if (driver != null) {
            driver.close();
        }
    }
}
