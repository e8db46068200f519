package org.cartograph.service.writing;

import java.util.List;
import java.util.stream.IntStream;
import org.cartograph.service.writing.Items.Good;
import org.cartograph.service.writing.Items.Item;

/** Items for tests of those who hand them on. */
public final class SomeItems {

    private SomeItems() {}

    /** So many good ones. */
    public static Items<Integer> of(int count) {
        List<Item<Integer>> items = IntStream.range(0, count)
                .<Item<Integer>>mapToObj(number -> new Good<>(String.valueOf(number), number))
                .toList();
        return new Items<>(items);
    }
}
