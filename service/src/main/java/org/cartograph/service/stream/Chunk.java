package org.cartograph.service.stream;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cartograph.service.stream.RecordReader.Content;
import org.cartograph.service.stream.RecordReader.Illegible;
import org.cartograph.service.stream.RecordReader.Legible;
import org.cartograph.service.writing.Items;
import org.cartograph.service.writing.WriteAnswer;
import org.cartograph.service.writing.WriteAnswer.Rejection;

/**
 * Records that follow one another and are written together.
 *
 * @param <I> an item
 */
record Chunk<I>(List<Content<I>> records) {

    /** Items of several records that are written together; a record with more is written alone. */
    private static final int MOST_ITEMS = 200;

    /** The next records of a list, at least one. */
    static <I> Chunk<I> next(List<ConsumerRecord<byte[], byte[]>> records, int from, RecordReader<I> reader) {
        List<Content<I>> chunk = new ArrayList<>();
        int items = 0;
        for (ConsumerRecord<byte[], byte[]> source : records.subList(from, records.size())) {
            Content<I> content = reader.read(source);
            items += content.items().size();
            if (!chunk.isEmpty() && items > MOST_ITEMS) {
                break;
            }
            chunk.add(content);
        }
        return new Chunk<>(chunk);
    }

    /** How many records. */
    int size() {
        return records.size();
    }

    Items<I> items() {
        return Items.joined(records.stream().map(Content::items).toList());
    }

    /** What of it can never be written, in its order. */
    List<DeadLetter> letters(WriteAnswer answer) {
        List<DeadLetter> letters = new ArrayList<>();
        int first = 0;
        for (Content<I> content : records) {
            int next = first + content.items().size();
            if (content instanceof Legible<I> legible) {
                for (Rejection rejection : answer.rejected()) {
                    if (rejection.index() >= first && rejection.index() < next) {
                        letters.add(legible.rejected(rejection.index() - first, rejection.reason()));
                    }
                }
            } else if (content instanceof Illegible<I> illegible) {
                letters.add(illegible.letter());
            }
            first = next;
        }
        return letters;
    }
}
