package org.cartograph.service.fallback;

import java.time.Duration;
import java.util.Optional;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.database.Questions;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.problem.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the snapshot fresh; while the database is away it tries every two seconds, so that it is back soon. */
@Component
public final class SnapshotRefresh implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotRefresh.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SnapshotSettings settings;
    private final ShopDatabase database;
    private final Questions questions;
    private final ShopSurvey survey;
    private final LatestSnapshot latest;
    private volatile @Nullable Thread worker;
    private volatile String lastComplaint = "";

    SnapshotRefresh(
            SnapshotSettings settings,
            ShopDatabase database,
            Questions questions,
            ShopSurvey survey,
            LatestSnapshot latest) {
        this.settings = settings;
        this.database = database;
        this.questions = questions;
        this.survey = survey;
        this.latest = latest;
    }

    /**
     * Takes a snapshot now.
     *
     * @return false when the database is away or has nothing to sell; the snapshot before stays in use then
     */
    public boolean refresh() {
        try {
            Optional<Snapshot> snapshot = questions.ask(PATIENCE, () -> survey.take(PATIENCE));
            snapshot.ifPresent(latest::replace);
            complain(snapshot.isPresent() ? "" : "The shop has nothing to sell yet");
            return snapshot.isPresent();
        } catch (DatabaseAway away) {
            if (away.getCause() != null) { // else it was not even asked, which says nothing new
                complain("The shop cannot be seen: " + away.getCause().getMessage());
            }
            return false;
        } catch (InvalidRequest refused) {
            complain("The shop's plugin does not understand this service: " + refused.getMessage());
            return false;
        }
    }

    /** Says what is wrong once, not every two seconds. */
    private void complain(String sentence) {
        if (!sentence.isEmpty() && latest.get().isEmpty() && !sentence.equals(lastComplaint)) {
            LOG.warn(sentence);
        }
        lastComplaint = sentence;
    }

    private void keepFresh() {
        while (!Thread.currentThread().isInterrupted()) {
            boolean fresh = database.isKnown() && refresh();
            try {
                Thread.sleep(fresh ? settings.refresh().toMillis() : RETRY.toMillis());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::keepFresh, "snapshot");
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
