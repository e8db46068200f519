package org.cartograph.service.writing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request that writes.
 *
 * @param accepted   items that were new
 * @param duplicates items that had been written before
 * @param rejected   items that could not be written, and why
 */
public record WriteAnswer(long accepted, long duplicates, List<Rejection> rejected) {

    /**
     * An item that was not written; the others were.
     *
     * @param index its place in the request, from 0
     * @param id    its key, null where it could not be read
     */
    public record Rejection(int index, @Nullable String id, String reason) {}

    /** Sums up. */
    public static WriteAnswer of(List<Written> items) {
        long accepted = 0;
        long duplicates = 0;
        List<Rejection> rejected = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            Written item = items.get(index);
            if (item instanceof Written.Rejected no) {
                rejected.add(new Rejection(index, no.id(), no.reason()));
            } else if (item instanceof Written.Duplicate) {
                duplicates++;
            } else {
                accepted++;
            }
        }
        return new WriteAnswer(accepted, duplicates, rejected);
    }
}
