package org.cartograph.service.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * All topics that are read: starts their readers, starts those again that ended by themselves, and looks at the lag. Stops
 * before the writer of what they read does.
 */
final class Streams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    private static final Duration HURRY = Duration.ofSeconds(3);

    private final List<WatchedTopic> topics;
    private final Duration interval;
    private volatile @Nullable Thread watch;

    Streams(List<TopicReader> readers, Lag lag, Duration interval, MeterRegistry registry) {
        this.topics =
                readers.stream().map(reader -> new WatchedTopic(reader, lag)).toList();
        this.interval = interval;
        topics.forEach(topic -> Gauge.builder("cartograph.stream.lag", topic, WatchedTopic::lag)
                .tag("topic", topic.name())
                .description("Records of a topic that are still to be read; no number while the broker cannot be asked")
                .register(registry));
    }

    List<WatchedTopic> topics() {
        return topics;
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::watch, "streams");
        thread.setDaemon(true);
        watch = thread;
        thread.start();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (WatchedTopic topic : topics) {
                    topic.look();
                }
                Thread.sleep(interval.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends what starts readers, and then the readers, all at once. */
    @Override
    public void stop() {
        Thread thread = watch;
        CountDownLatch reading = new CountDownLatch(topics.size());
        try {
            if (thread != null) {
                thread.interrupt();
                thread.join(HURRY.toMillis());
            }
            topics.forEach(topic -> topic.stop(reading::countDown));
            awaitLastBatches(reading);
            topics.forEach(WatchedTopic::complainOfStop);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        watch = null;
    }

    /** To take leave of a broker that is away takes half a minute, for which nobody needs to wait. */
    private void awaitLastBatches(CountDownLatch reading) throws InterruptedException {
        long end = System.nanoTime() + TopicReader.LAST_BATCH.toNanos();
        while (!reading.await(HURRY.toMillis(), TimeUnit.MILLISECONDS)
                && System.nanoTime() - end < 0
                && topics.stream().anyMatch(WatchedTopic::isWriting)) {
            LOG.info("What was read from topics is still being written");
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
