package org.cartograph.service.stream;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.problem.JsonMistake;
import org.cartograph.service.problem.LogText;
import org.cartograph.service.writing.Intake;
import org.cartograph.service.writing.Items;
import org.cartograph.service.writing.JsonItems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a record holds, as the endpoint of its kind reads a body.
 *
 * @param <I> an item
 */
final class RecordReader<I> {

    private static final Logger LOG = LoggerFactory.getLogger(RecordReader.class);

    private static final int LARGEST = JsonItems.LARGEST_BODY * 1_000_000;

    private final Intake<I> intake;
    private final JsonMapper json;

    RecordReader(Intake<I> intake, JsonMapper json) {
        this.intake = intake;
        this.json = json;
    }

    /** A record: its items, or why it has none. */
    sealed interface Content<I> {

        Items<I> items();
    }

    /** What could be read. */
    record Legible<I>(ConsumerRecord<byte[], byte[]> source, JsonNode body, Items<I> items) implements Content<I> {

        /** An item of it that was rejected. Of a list it is taken out, so that it can be mended and sent again alone. */
        DeadLetter rejected(int index, String reason) {
            return body.isArray()
                    ? DeadLetter.item(source, index, body.get(index), reason)
                    : DeadLetter.whole(source, reason);
        }
    }

    /** What could not. */
    record Illegible<I>(DeadLetter letter) implements Content<I> {

        @Override
        public Items<I> items() {
            return Items.joined(List.of());
        }
    }

    Content<I> read(ConsumerRecord<byte[], byte[]> source) {
        byte @Nullable [] value = source.value();
        if (value == null) {
            return illegible(source, "The record must have a value, but had none.");
        }
        if (value.length > LARGEST) {
            return illegible(
                    source, "The record must be at most %d MB, but was larger.".formatted(JsonItems.LARGEST_BODY));
        }
        try {
            JsonNode body = json.readTree(value);
            return new Legible<>(source, body, intake.read(body));
        } catch (InvalidRequest mistake) {
            return illegible(source, String.valueOf(mistake.getMessage()));
        } catch (JacksonException malformed) {
            return illegible(source, JsonMistake.sentence(malformed, json::missingNode));
        } catch (RuntimeException ours) {
            LOG.error(
                    "Record {} of {}-{} could not be read by a mistake of the service",
                    source.offset(),
                    source.topic(),
                    source.partition(),
                    LogText.place(ours));
            return illegible(source, "The service made a mistake with it; its log says more.");
        }
    }

    private static <I> Content<I> illegible(ConsumerRecord<byte[], byte[]> source, String reason) {
        return new Illegible<>(DeadLetter.whole(source, reason));
    }
}
