package org.cartograph.service.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far a group is behind the end of its topic, by what the broker knows of both: also while nobody reads. */
final class Lag implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Object> settings;
    private @Nullable Admin broker;

    Lag(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
    }

    /**
     * Records of all partitions that are still to be read. Of a partition that was never read these are all it has.
     *
     * @throws ExecutionException                     when the broker refuses, or knows no such topic
     * @throws TimeoutException                       when it does not answer
     * @throws org.apache.kafka.common.KafkaException when no address of the brokers is known at the moment
     */
    long of(Topic topic) throws InterruptedException, ExecutionException, TimeoutException {
        Admin admin = broker();
        List<TopicPartition> partitions =
                await(admin.describeTopics(List.of(topic.name())).allTopicNames()).values().stream()
                        .flatMap(description -> description.partitions().stream())
                        .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                        .toList();
        Map<TopicPartition, @Nullable OffsetAndMetadata> committed =
                await(admin.listConsumerGroupOffsets(topic.group()).partitionsToOffsetAndMetadata());
        Map<TopicPartition, ListOffsetsResultInfo> starts = offsets(admin, partitions, OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(admin, partitions, OffsetSpec.latest());
        long lag = 0;
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata position = committed.get(partition);
            long start = offset(starts, partition);
            long from = position == null ? start : Math.max(start, position.offset());
            lag += Math.max(0, offset(ends, partition) - from);
        }
        return lag;
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        ListOffsetsResultInfo known = offsets.get(partition);
        return known == null ? 0 : known.offset();
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Admin admin, List<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        return await(admin.listOffsets(question, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
    }

    private static <T> T await(KafkaFuture<T> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Admin broker() {
        Admin known = broker;
        if (known == null) {
            known = Admin.create(settings);
            broker = known;
        }
        return known;
    }

    @Override
    public void close() {
        Admin known = broker;
        if (known != null) {
            known.close(Duration.ZERO);
        }
    }
}
