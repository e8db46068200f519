package org.cartograph.service.writing;

import java.util.List;
import java.util.stream.Stream;

/**
 * Items of a request that stand side by side.
 *
 * @param from the first of them, from 0
 * @param to   the one after the last
 */
record Share<I>(WriteRequest<I> request, int from, int to) {

    List<I> items() {
        return request.items(from, to);
    }

    int size() {
        return to - from;
    }

    /** Two halves of two items and more. */
    Stream<Share<I>> halves() {
        int middle = from + size() / 2;
        return Stream.of(new Share<>(request, from, middle), new Share<>(request, middle, to));
    }

    /** Notes what became of these items, in their order. */
    void settle(List<Written> outcomes) {
        request.settle(from, outcomes);
    }
}
