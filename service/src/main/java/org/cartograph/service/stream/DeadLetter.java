package org.cartograph.service.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What can never be written, with the reason and the place where it stood as headers beside its own.
 *
 * @param item  its place in the record's list; null is the whole record
 * @param value the JSON of the item, or whatever the record held
 */
record DeadLetter(
        ConsumerRecord<byte[], byte[]> source, @Nullable Integer item, byte @Nullable [] value, String reason) {

    private static final String REASON = "cartograph-reason";
    private static final String TOPIC = "cartograph-topic";
    private static final String PARTITION = "cartograph-partition";
    private static final String OFFSET = "cartograph-offset";
    private static final String ITEM = "cartograph-item";
    private static final String LEFT_OUT = "cartograph-bytes-left-out";

    static DeadLetter whole(ConsumerRecord<byte[], byte[]> source, String reason) {
        return new DeadLetter(source, null, source.value(), reason);
    }

    static DeadLetter item(ConsumerRecord<byte[], byte[]> source, int index, JsonNode item, String reason) {
        return new DeadLetter(source, index, item.toString().getBytes(UTF_8), reason);
    }

    /** As it is sent: with the record's key. */
    ProducerRecord<byte[], byte[]> toTopic(String topic) {
        return new ProducerRecord<>(topic, null, null, source.key(), value, headers());
    }

    /** The same without its value, where the topic takes no record as large; it still stands where the headers say. */
    ProducerRecord<byte[], byte[]> toTopicWithoutValue(String topic) {
        Headers headers = headers();
        put(headers, LEFT_OUT, String.valueOf(value == null ? 0 : value.length));
        return new ProducerRecord<>(topic, null, null, source.key(), null, headers);
    }

    /** A letter that was sent again unmended has the headers of its first time, which count no more. */
    private Headers headers() {
        Headers headers = new RecordHeaders(source.headers());
        headers.remove(ITEM).remove(LEFT_OUT);
        put(headers, REASON, reason);
        put(headers, TOPIC, source.topic());
        put(headers, PARTITION, String.valueOf(source.partition()));
        put(headers, OFFSET, String.valueOf(source.offset()));
        if (item != null) {
            put(headers, ITEM, String.valueOf(item));
        }
        return headers;
    }

    private static void put(Headers headers, String name, String text) {
        headers.remove(name).add(name, text.getBytes(UTF_8));
    }
}
