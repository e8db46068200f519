package org.cartograph.service.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cartograph.service.problem.NotWritten;
import org.cartograph.service.problem.TooMuchToWrite;
import org.cartograph.service.writing.Intake;
import org.cartograph.service.writing.Items;
import org.cartograph.service.writing.SomeItems;
import org.cartograph.service.writing.WriteAnswer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is handed back of a list of records. Nothing of it becomes a dead letter, so no broker is there. */
final class TopicListenerTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Writing writing = new Writing();
    private final TopicListener<Integer> listener = new TopicListener<>(
            new Topic("orders", "orders", "orders.rejected", "shop-orders"),
            new RecordReader<>(writing, JsonMapper.shared()),
            writing,
            new DeadLetters(new DefaultKafkaProducerFactory<>(Map.of())),
            new ItemCounts("orders", registry));

    /** Takes records that say how many items they have; fails from a write on, counted from 0. */
    private static final class Writing implements Intake<Integer> {

        private final List<Integer> written = new ArrayList<>();
        private int failsFrom = Integer.MAX_VALUE;
        private RuntimeException failure = NotWritten.unconfirmed();

        @Override
        public String kind() {
            return "orders";
        }

        @Override
        public Items<Integer> read(JsonNode body) {
            return SomeItems.of(body.asInt());
        }

        @Override
        public CompletableFuture<WriteAnswer> write(Items<Integer> items) {
            if (written.size() >= failsFrom) {
                return CompletableFuture.failedFuture(failure);
            }
            written.add(items.size());
            return CompletableFuture.completedFuture(new WriteAnswer(items.size(), 0, List.of()));
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(int... items) {
        return IntStream.range(0, items.length)
                .mapToObj(offset -> new ConsumerRecord<>(
                        "orders",
                        0,
                        offset,
                        new byte[0],
                        String.valueOf(items[offset]).getBytes(UTF_8)))
                .toList();
    }

    @Test
    void writesRecordsTogetherUpToTwoHundredItems() {
        listener.onMessage(records(100, 100, 1, 1_000, 1));

        assertThat(writing.written).containsExactly(200, 1, 1_000, 1);
        assertThat(registry.get("cartograph.stream.items")
                        .tag("outcome", "accepted")
                        .counter()
                        .count())
                .isEqualTo(1_202);
    }

    @Test
    void handsBackFromTheFirstRecordThatIsNotWritten() {
        writing.failsFrom = 1;

        assertThatThrownBy(() -> listener.onMessage(records(150, 150, 150)))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        failure -> assertThat(failure.getRecord().offset()).isOne());
        assertThat(listener.waitsBecause())
                .isEqualTo("the database did not confirm the write, or the service is stopping");
    }

    @Test
    void waitsWhenThereIsNoRoomAndGoesOnWhenThereIs() {
        writing.failsFrom = 0;
        writing.failure = new TooMuchToWrite(10_000);
        assertThatThrownBy(() -> listener.onMessage(records(1)))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        failure -> assertThat(failure.getRecord().offset()).isZero());
        assertThat(listener.waitsBecause()).isEqualTo("too much waits to be written");

        writing.failsFrom = Integer.MAX_VALUE;
        listener.onMessage(records(1));
        assertThat(listener.waitsBecause()).isEmpty();
    }
}
