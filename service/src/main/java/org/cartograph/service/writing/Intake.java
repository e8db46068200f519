package org.cartograph.service.writing;

import java.util.concurrent.CompletableFuture;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.problem.NotWritten;
import org.cartograph.service.problem.TooMuchToWrite;
import tools.jackson.databind.JsonNode;

/**
 * Takes in items of one kind as JSON, whichever way they come: over HTTP or from a topic.
 *
 * @param <I> an item, checked
 */
public interface Intake<I> {

    /** The kind: orders, products or events. */
    String kind();

    /**
     * Reads a body.
     *
     * @throws InvalidRequest when it is no list of items; a single bad item refuses itself alone
     */
    Items<I> read(JsonNode body);

    /**
     * Writes the good items.
     *
     * @return what became of each, once they are committed; fails with {@link NotWritten} when that does not come in time, or
     *         cannot be told
     * @throws TooMuchToWrite when there is no room for them
     * @throws NotWritten     when the service is stopping
     */
    CompletableFuture<WriteAnswer> write(Items<I> items);

    /** Reads a body and writes what is good of it. */
    default CompletableFuture<WriteAnswer> take(JsonNode body) {
        return write(read(body));
    }
}
