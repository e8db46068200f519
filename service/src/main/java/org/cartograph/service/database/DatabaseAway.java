package org.cartograph.service.database;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The database did not answer in time, or at all. */
public final class DatabaseAway extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseAway(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
