package org.cartograph.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a row. */
@FunctionalInterface
interface RowReader<T> {

    /**
     * What the row says, or null where it is good and says nothing.
     *
     * @throws org.cartograph.load.values.BadValueException if the row is to be rejected
     */
    @Nullable
    T read(List<String> fields);
}
