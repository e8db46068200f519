package org.cartograph.service.writing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.writing.Written.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * The items of a request, the good ones and the refused ones, in its order.
 *
 * @param <T> a good item
 */
public final class Items<T> {

    private final List<Item<T>> items;

    Items(List<Item<T>> items) {
        this.items = List.copyOf(items);
    }

    /** An item that could be read, or could not. */
    sealed interface Item<T> {

        /** The caller's own key of it, null where it could not be read. */
        @Nullable
        String id();
    }

    record Good<T>(@Nullable String id, T value) implements Item<T> {}

    record Refused<T>(@Nullable String id, String reason) implements Item<T> {}

    /** All items of several requests, in their order. */
    public static <T> Items<T> joined(List<Items<T>> requests) {
        return new Items<>(
                requests.stream().flatMap(request -> request.items.stream()).toList());
    }

    /** How many there are, good ones and refused ones. */
    public int size() {
        return items.size();
    }

    /** How many were refused so far. */
    int refused() {
        return Math.toIntExact(items.stream().filter(Refused.class::isInstance).count());
    }

    /**
     * Looks at each good item more closely.
     *
     * @param checking gives what the item becomes, or refuses it with {@link InvalidRequest}
     */
    public <U> Items<U> map(Function<? super T, ? extends U> checking) {
        List<Item<U>> mapped = new ArrayList<>(items.size());
        for (Item<T> item : items) {
            mapped.add(
                    item instanceof Good<T> good
                            ? checked(good, checking)
                            : new Refused<>(item.id(), ((Refused<T>) item).reason()));
        }
        return new Items<>(mapped);
    }

    private static <T, U> Item<U> checked(Good<T> good, Function<? super T, ? extends U> checking) {
        try {
            return new Good<>(good.id(), checking.apply(good.value()));
        } catch (InvalidRequest mistake) {
            return new Refused<>(good.id(), String.valueOf(mistake.getMessage()));
        }
    }

    /**
     * Writes the good items.
     *
     * @param writing says what became of each item it is given, in their order; not called when none is good
     * @return what became of every item of the request; fails as {@code writing} does
     */
    CompletableFuture<WriteAnswer> write(Function<List<T>, CompletableFuture<List<Written>>> writing) {
        List<T> good = new ArrayList<>(items.size());
        for (Item<T> item : items) {
            if (item instanceof Good<T> readable) {
                good.add(readable.value());
            }
        }
        return (good.isEmpty() ? CompletableFuture.completedFuture(List.<Written>of()) : writing.apply(good))
                .thenApply(this::answer);
    }

    private WriteAnswer answer(List<Written> ofTheGood) {
        Iterator<Written> outcomes = ofTheGood.iterator();
        List<Written> written = new ArrayList<>(items.size());
        for (Item<T> item : items) {
            written.add(
                    item instanceof Refused<T> refused
                            ? Written.rejected(refused.id(), refused.reason())
                            : named(outcomes.next(), item.id()));
        }
        return WriteAnswer.of(written);
    }

    private static Written named(Written outcome, @Nullable String id) {
        return outcome instanceof Rejected no && no.id() == null ? Written.rejected(id, no.reason()) : outcome;
    }
}
