package org.cartograph.service.stream;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A topic's reader, and what was seen of it when it was last looked at. */
final class WatchedTopic {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedTopic.class);

    private final TopicReader reader;
    private final Lag lag;
    private volatile double seen = Double.NaN;
    private volatile String trouble = "not looked at yet";

    WatchedTopic(TopicReader reader, Lag lag) {
        this.reader = reader;
        this.lag = lag;
    }

    String name() {
        return reader.topic().name();
    }

    /** Records that are still to be read; NaN while that is not known. */
    double lag() {
        return seen;
    }

    /** What is wrong with the broker or the topic; empty when nothing is. */
    String trouble() {
        return trouble;
    }

    /** Why what was read cannot be written at the moment; empty when it can. */
    String waitsBecause() {
        return reader.waitsBecause();
    }

    /** Starts the reader if it does not run, and asks for the lag. */
    void look() throws InterruptedException {
        try {
            if (!reader.isReading()) {
                reader.start();
            }
            seen = (double) lag.of(reader.topic());
            trouble("");
        } catch (ExecutionException | TimeoutException | KafkaException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            seen = Double.NaN;
            trouble(cause.getClass().getSimpleName());
        }
    }

    void stop(Runnable done) {
        if (reader.isReading()) {
            reader.stop(done);
        } else {
            done.run();
        }
    }

    /** Whether it has records in hand. */
    boolean isWriting() {
        return reader.isWriting();
    }

    void complainOfStop() {
        if (isWriting()) {
            LOG.warn("Topic {} was left in the middle; what was not confirmed is read again", name());
        }
    }

    private void trouble(String now) {
        if (!now.equals(trouble)) {
            if (now.isEmpty()) {
                LOG.info("Topic {} is read", name());
            } else {
                LOG.warn("Topic {} cannot be read ({})", name(), now);
            }
        }
        trouble = now;
    }
}
