package org.cartograph.service.writing;

import org.jspecify.annotations.Nullable;

/** What became of one item of a request. */
public sealed interface Written {

    /** It was new, and is committed. */
    Written ACCEPTED = new Accepted();

    /** It had been written before; nothing has changed. */
    Written DUPLICATE = new Duplicate();

    /** It was not written. */
    static Written rejected(@Nullable String id, String reason) {
        return new Rejected(id, reason);
    }

    /** See {@link #ACCEPTED}. */
    record Accepted() implements Written {}

    /** See {@link #DUPLICATE}. */
    record Duplicate() implements Written {}

    /**
     * Not written.
     *
     * @param id     the caller's own key of the item, null where it could not be read
     * @param reason one sentence that names the field, what is allowed and what came
     */
    record Rejected(@Nullable String id, String reason) implements Written {}
}
