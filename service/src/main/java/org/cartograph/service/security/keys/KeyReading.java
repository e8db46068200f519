package org.cartograph.service.security.keys;

import java.util.List;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.problem.LogText;
import org.cartograph.service.security.Mode;
import org.cartograph.service.security.SecuritySettings;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads the keys of the graph again and again, so that no request ever waits for the database to be let in. */
@Component
final class KeyReading implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyReading.class);
    private static final long FIRST_MILLIS = 500;

    private final SecuritySettings settings;
    private final ShopDatabase database;
    private final KeyGraph graph;
    private final KeyRing ring;
    private volatile @Nullable Thread worker;
    private String lastFailure = "";

    KeyReading(SecuritySettings settings, ShopDatabase database, KeyGraph graph, KeyRing ring) {
        this.settings = settings;
        this.database = database;
        this.graph = graph;
        this.ring = ring;
    }

    private void goOn() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (database.isKnown()) {
                    once();
                }
                Thread.sleep(ring.isRead() ? settings.keyInterval().toMillis() : FIRST_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            boolean current = false;
            while (!current) {
                long before = ring.changes();
                List<ApiKey> keys =
                        graph.read(false).stream().map(KeyGraph.Kept::key).toList();
                current = ring.replace(keys, before);
            }
            failed("");
        } catch (DatabaseAway away) {
            if (away.getCause() != null) { // else it was not even asked, which says nothing new
                failed(LogText.of(away.getCause()));
            }
        } catch (Neo4jException refused) {
            failed(LogText.of(refused));
        }
    }

    /** Says what is wrong once, not every time. */
    private void failed(String sentence) {
        if (!sentence.isEmpty() && !sentence.equals(lastFailure)) {
            LOG.warn("The keys of the graph cannot be read, those known last stay good: {}", sentence);
        }
        lastFailure = sentence;
    }

    @Override
    public void start() {
        if (settings.mode() == Mode.OPEN) {
            return;
        }
        Thread thread = new Thread(this::goOn, "keys");
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
