package org.cartograph.audience;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cartograph.graph.GraphModel;
import org.jspecify.annotations.Nullable;

/** Looks for the cause of one kind in what a customer did. */
final class CauseFinder {
    private final Kind kind;
    private final Window window;
    private final int minimumTimes;

    CauseFinder(AudienceSettings settings) {
        this.kind = settings.kind();
        this.window = settings.window();
        this.minimumTimes = settings.minimumTimes();
    }

    /** The cause, or null where there is none. */
    @Nullable
    Cause of(Trail trail) {
        return switch (kind) {
            case LEFT_CART -> leftCart(trail);
            case BROWSED -> browsed(trail);
            case COMPLEMENT, WIN_BACK -> lastOrder(trail);
            case DUE -> due(trail);
        };
    }

    /** Whoever still works on the cart has not left it, so its newest change counts, whatever product it was of. */
    private @Nullable Cause leftCart(Trail trail) {
        Map<Long, Instant> added = trail.latest(GraphModel.ADDED_TO_CART);
        if (added.isEmpty()) {
            return null;
        }
        Map<Long, Instant> removed = trail.latest(GraphModel.REMOVED_FROM_CART);
        boolean busy = Stream.concat(added.values().stream(), removed.values().stream())
                .anyMatch(at -> !window.isOver(at, trail.now()));
        added.values().removeIf(at -> busy || window.isPast(at, trail.now()));
        if (added.isEmpty()) {
            return null;
        }
        Map<Long, Instant> bought = trail.latest(GraphModel.PURCHASED);
        added.entrySet()
                .removeIf(entry -> isLater(removed.get(entry.getKey()), entry.getValue())
                        || isLater(bought.get(entry.getKey()), entry.getValue()));
        return newest(trail, added);
    }

    /** Whoever looked on since may still be deciding, and whoever ordered since has decided. */
    private @Nullable Cause browsed(Trail trail) {
        Map<Long, Instant> viewed = trail.latest(GraphModel.VIEWED);
        if (viewed.values().stream().anyMatch(at -> !window.isOver(at, trail.now()))) {
            return null;
        }
        viewed.values().removeIf(at -> window.isPast(at, trail.now()));
        if (viewed.isEmpty()) {
            return null;
        }
        Instant ordered = trail.lastOrderAt();
        viewed.values().removeIf(at -> isLater(ordered, at));
        return newest(trail, viewed);
    }

    private @Nullable Cause lastOrder(Trail trail) {
        Instant ordered = trail.lastOrderAt();
        return ordered != null && window.holds(ordered, trail.now()) ? new Cause(ordered, trail.lastOrder()) : null;
    }

    private @Nullable Cause due(Trail trail) {
        Map<Long, Instant> due = new HashMap<>();
        for (Trail.Bought bought : trail.bought()) {
            Duration gap =
                    bought.times() < minimumTimes ? null : trail.repeats(bought).dueAfter();
            if (gap != null && window.holds(bought.last().plus(gap), trail.now())) {
                due.put(bought.product(), bought.last().plus(gap));
            }
        }
        return newest(trail, due);
    }

    /** Of what can be bought and is wanted. */
    private static @Nullable Cause newest(Trail trail, Map<Long, Instant> products) {
        if (products.isEmpty()) {
            return null;
        }
        Set<Long> unwanted = trail.unwanted();
        List<Map.Entry<Long, Instant>> newestFirst = products.entrySet().stream()
                .filter(entry -> !unwanted.contains(entry.getKey()) && trail.isSellable(entry.getKey()))
                .sorted(Map.Entry.<Long, Instant>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        return newestFirst.isEmpty()
                ? null
                : new Cause(
                        newestFirst.get(0).getValue(),
                        newestFirst.stream().map(Map.Entry::getKey).toList());
    }

    private static boolean isLater(@Nullable Instant what, Instant than) {
        return what != null && !what.isBefore(than);
    }
}
