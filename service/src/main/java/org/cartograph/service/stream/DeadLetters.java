package org.cartograph.service.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

/** Sends what can never be written to the dead-letter topics. */
final class DeadLetters implements AutoCloseable {

    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final KafkaTemplate<byte[], byte[]> kafka;

    DeadLetters(DefaultKafkaProducerFactory<byte[], byte[]> producers) {
        this.producers = producers;
        this.kafka = new KafkaTemplate<>(producers);
        kafka.setProducerListener(new Silent());
    }

    /** Says nothing of failures: the standard one logs keys and values, which are customers'. */
    private static final class Silent implements ProducerListener<byte[], byte[]> {}

    /**
     * Sends letters, and waits until the broker has them all.
     *
     * @throws RuntimeException when it has not; some may have arrived
     */
    void send(String topic, List<DeadLetter> letters) {
        List<CompletableFuture<?>> sent = new ArrayList<>(letters.size());
        for (DeadLetter letter : letters) {
            CompletableFuture<?> arrival = send(topic, letter);
            if (arrival.isCompletedExceptionally()) {
                arrival.join(); // ends here: each further one would wait as long for a broker that is away
            }
            sent.add(arrival);
        }
        sent.forEach(CompletableFuture::join);
    }

    private CompletableFuture<?> send(String topic, DeadLetter letter) {
        return sent(letter.toTopic(topic))
                .exceptionallyCompose(
                        failure -> NestedExceptionUtils.getMostSpecificCause(failure) instanceof RecordTooLargeException
                                ? sent(letter.toTopicWithoutValue(topic))
                                : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<Boolean> sent(ProducerRecord<byte[], byte[]> message) {
        try {
            return kafka.send(message).thenApply(arrived -> true);
        } catch (KafkaException failedAtOnce) {
            return CompletableFuture.failedFuture(failedAtOnce);
        }
    }

    @Override
    public void close() {
        producers.destroy();
    }
}
