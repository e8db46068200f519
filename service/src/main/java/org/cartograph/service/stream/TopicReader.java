package org.cartograph.service.stream;

import java.time.Duration;
import java.util.Map;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

/** Reads a topic in a thread of its own, and never leaves out a record that was not settled. */
final class TopicReader {

    /** Time to finish what is in hand when the service stops. */
    static final Duration LAST_BATCH = Duration.ofSeconds(25);

    private final Topic topic;
    private final TopicListener<?> listener;
    private final KafkaMessageListenerContainer<byte[], byte[]> container;

    TopicReader(Topic topic, Duration retry, ConsumerFactory<byte[], byte[]> consumers, TopicListener<?> listener) {
        this.topic = topic;
        this.listener = listener;
        ContainerProperties properties = new ContainerProperties(topic.name());
        properties.setGroupId(topic.group());
        properties.setMessageListener(listener);
        properties.setAuthExceptionRetryInterval(retry);
        properties.setFixTxOffsets(true); // else what ends a producer's transaction counts as lag
        properties.setShutdownTimeout(LAST_BATCH.toMillis());
        this.container = new KafkaMessageListenerContainer<>(consumers, properties);
        container.setBeanName("stream-" + topic.kind());
        container.setCommonErrorHandler(again(retry));
    }

    /** Tries for as long as it takes: whatever fails here fails for no fault of the record. */
    private static DefaultErrorHandler again(Duration retry) {
        DefaultErrorHandler handler =
                new DefaultErrorHandler(new FixedBackOff(retry.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
        handler.setClassifications(Map.of(), true);
        handler.setLogLevel(KafkaException.Level.DEBUG);
        return handler;
    }

    Topic topic() {
        return topic;
    }

    /**
     * Starts to read, also where that ended by itself.
     *
     * @throws org.apache.kafka.common.KafkaException when no address of the brokers is known at the moment
     */
    void start() {
        container.start();
    }

    /** Whether there are records in hand. */
    boolean isWriting() {
        return listener.isWriting();
    }

    boolean isReading() {
        return container.isRunning();
    }

    /** Why nothing is written at the moment; empty when something is. */
    String waitsBecause() {
        return listener.waitsBecause();
    }

    /** Finishes what is in hand, and says when that is done. */
    void stop(Runnable done) {
        container.stop(done);
    }
}
