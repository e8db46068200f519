package org.cartograph.model;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** How far a running build or refresh is; written by its threads, read by {@code cartograph.model.progress()}. */
public final class BuildProgress implements LearningProgress {
    private final String modelId;
    private final Instant startedAt;
    private final AtomicLong done = new AtomicLong();
    private volatile String phase = "reading";
    private volatile long total;
    private final boolean givesWay;
    private volatile boolean unwanted;

    BuildProgress(String modelId, Instant startedAt) {
        this(modelId, startedAt, false);
    }

    private BuildProgress(String modelId, Instant startedAt, boolean givesWay) {
        this.modelId = modelId;
        this.startedAt = startedAt;
        this.givesWay = givesWay;
    }

    /** The progress of work that ends soon when something more important wants to begin. */
    static BuildProgress givingWay(String name, Instant startedAt) {
        return new BuildProgress(name, startedAt, true);
    }

    /** Asks the work to end; false when it will not. */
    boolean askToEnd() {
        unwanted = givesWay;
        return givesWay;
    }

    /** Whether the work has been asked to end. */
    boolean isUnwanted() {
        return unwanted;
    }

    @Override
    public void begin(String nextPhase, long size) {
        done.set(0);
        total = size;
        phase = nextPhase;
    }

    @Override
    public void advance(long more) {
        done.addAndGet(more);
    }

    /** A picture of this moment. */
    public Snapshot snapshot() {
        return new Snapshot(
                modelId,
                phase,
                done.get(),
                total,
                startedAt,
                Duration.between(startedAt, Instant.now()).toMillis());
    }

    /**
     * A build as it stood at one moment.
     *
     * @param phase what is being done, e.g. {@code learning BOUGHT_TOGETHER}
     * @param done steps of this phase that are finished
     * @param total steps of this phase, 0 while unknown
     * @param elapsedMillis since the build began
     */
    public record Snapshot(
            String modelId, String phase, long done, long total, Instant startedAt, long elapsedMillis) {}
}
