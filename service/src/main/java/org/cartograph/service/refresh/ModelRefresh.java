package org.cartograph.service.refresh;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.database.ShopDatabase;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the plugin again and again to refresh the model.
 *
 * <p>Any number of services may do so. The plugin lets one refresh run at a time and none soon after another, so it is
 * one service that causes each, and the next when that one is gone; nobody holds a lease that could be left behind.
 */
@Component
final class ModelRefresh implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ModelRefresh.class);

    private static final String REFRESH = """
            CALL cartograph.model.refresh({minimumInterval: $minimumInterval})
            YIELD refreshedProducts, rowsWritten, created, updated, deleted, remaining, caughtUpCustomers,
                  catchUpMillis, learnMillis, writeMillis
            """;

    /** The first refresh after a restart of the database reads the whole shop. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Another service's clock may tick a little faster. */
    private static final double SHARE_OF_INTERVAL = 0.9;

    private final RefreshSettings settings;
    private final ShopDatabase database;
    private volatile @Nullable Thread worker;
    private volatile String lastFailure = "";

    ModelRefresh(RefreshSettings settings, ShopDatabase database) {
        this.settings = settings;
        this.database = database;
    }

    private void refresh() {
        try {
            double minimum = settings.refreshInterval().toMillis() * SHARE_OF_INTERVAL / 1_000;
            database.write(REFRESH, Map.of("minimumInterval", minimum), PATIENCE, rows -> {
                rows.forEach(ModelRefresh::report);
                return rows.size();
            });
            succeeded();
        } catch (Neo4jException | DatabaseAway failure) {
            failed(String.valueOf(failure.getMessage()));
        }
    }

    private static void report(Record row) {
        if (row.get("refreshedProducts").asLong() > 0) {
            LOG.info(
                    "refresh products={} rows={} created={} updated={} deleted={} remaining={} customers={} "
                            + "catchUpMillis={} learnMillis={} writeMillis={}",
                    row.get("refreshedProducts"),
                    row.get("rowsWritten"),
                    row.get("created"),
                    row.get("updated"),
                    row.get("deleted"),
                    row.get("remaining"),
                    row.get("caughtUpCustomers"),
                    row.get("catchUpMillis"),
                    row.get("learnMillis"),
                    row.get("writeMillis"));
        }
    }

    /** Says what is wrong once, not every time. */
    private void failed(String sentence) {
        if (!sentence.equals(lastFailure)) {
            LOG.warn("The model is not refreshed: {}", sentence);
        }
        lastFailure = sentence;
    }

    private void succeeded() {
        if (!lastFailure.isEmpty()) {
            LOG.info("The model is refreshed again");
        }
        lastFailure = "";
    }

    private void keepFresh() {
        long interval = settings.refreshInterval().toMillis();
        try {
            // Services that were started together do not all ask together.
            Thread.sleep(ThreadLocalRandom.current().nextLong(interval));
            while (!Thread.currentThread().isInterrupted()) {
                if (database.isKnown()) {
                    refresh();
                }
                Thread.sleep(interval);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        if (settings.refreshInterval().isZero()) {
            return;
        }
        Thread thread = new Thread(this::keepFresh, "refresh");
        thread.setDaemon(true);
        worker = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = worker;
        if (thread != null) {
            thread.interrupt();
        }
        worker = null;
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
