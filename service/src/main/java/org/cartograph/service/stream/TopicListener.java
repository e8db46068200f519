package org.cartograph.service.stream;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.cartograph.service.problem.NotWritten;
import org.cartograph.service.problem.TooMuchToWrite;
import org.cartograph.service.writing.Intake;
import org.cartograph.service.writing.WriteAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Writes the records of a topic in their order. Returns when all are committed or dead letters; else says which is the first
 * that is not, and gets it and those after it again.
 *
 * @param <I> an item
 */
final class TopicListener<I> implements BatchMessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(TopicListener.class);

    /** After which it hands back the rest: the broker takes a consumer for dead that does not ask again in five minutes. */
    private static final long LONGEST_NANOS = Duration.ofSeconds(30).toNanos();

    private final Topic topic;
    private final RecordReader<I> reader;
    private final Intake<I> intake;
    private final DeadLetters deadLetters;
    private final ItemCounts counts;
    private volatile String waitsBecause = "";
    private volatile boolean writing;

    TopicListener(Topic topic, RecordReader<I> reader, Intake<I> intake, DeadLetters deadLetters, ItemCounts counts) {
        this.topic = topic;
        this.reader = reader;
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.counts = counts;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        writing = true;
        try {
            write(records);
        } finally {
            writing = false;
        }
    }

    /** Whether there are records in hand. */
    boolean isWriting() {
        return writing;
    }

    private void write(List<ConsumerRecord<byte[], byte[]>> records) {
        long began = System.nanoTime();
        int done = 0;
        while (done < records.size()) {
            if (System.nanoTime() - began > LONGEST_NANOS) {
                throw new BatchListenerFailedException("The rest is asked for again", records.get(done));
            }
            try {
                done += settle(Chunk.next(records, done, reader));
                waits("");
            } catch (RuntimeException failure) {
                waits(sentence(failure));
                throw new BatchListenerFailedException("To be tried again", failure, records.get(done));
            }
        }
    }

    /** Why nothing is written at the moment; empty when something is. */
    String waitsBecause() {
        return waitsBecause;
    }

    private int settle(Chunk<I> chunk) {
        WriteAnswer answer = intake.write(chunk.items()).join();
        List<DeadLetter> letters = chunk.letters(answer);
        deadLetters.send(topic.rejected(), letters);
        counts.add(answer.accepted(), answer.duplicates(), letters.size());
        return chunk.size();
    }

    private void waits(String reason) {
        if (!reason.equals(waitsBecause)) {
            if (reason.isEmpty()) {
                LOG.info("Topic {} is read on", topic.name());
            } else {
                LOG.warn("Topic {} has to wait: {}", topic.name(), reason);
            }
        }
        waitsBecause = reason;
    }

    /** Nothing of other failures' words, which may hold a customer's id. */
    private static String sentence(RuntimeException failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        if (cause instanceof NotWritten) {
            return "the database did not confirm the write, or the service is stopping";
        }
        if (cause instanceof TooMuchToWrite) {
            return "too much waits to be written";
        }
        String name = cause.getClass().getSimpleName();
        return cause instanceof KafkaException
                ? "a dead letter could not be sent (" + name + ")"
                : "the service made a mistake with it (" + name + ")";
    }
}
