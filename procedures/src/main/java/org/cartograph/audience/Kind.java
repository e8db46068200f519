package org.cartograph.audience;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why somebody gets a letter: with the usual time for it and what is in it. */
enum Kind {
    /** A cart that was filled and left. */
    LEFT_CART,
    /** Products that were looked at, after which nothing was ordered. */
    BROWSED,
    /** The last order, some days after it. */
    COMPLEMENT,
    /** The last order, long ago. */
    WIN_BACK,
    /** Products that are bought again and again, when it is time to. */
    DUE;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Kind::word).toList();
    }

    /** When to write; a day long, so that a daily run meets everybody once, except for carts, which are few. */
    Window window() {
        return switch (this) {
            case LEFT_CART -> new Window(Duration.ofHours(1), Duration.ofDays(7));
            case BROWSED -> new Window(Duration.ofDays(3), Duration.ofDays(4));
            case COMPLEMENT -> new Window(Duration.ofDays(7), Duration.ofDays(8));
            case WIN_BACK -> new Window(Duration.ofDays(30), Duration.ofDays(31));
            case DUE -> new Window(Duration.ZERO, Duration.ofDays(1));
        };
    }

    /** The page that the placements stand on. */
    String context() {
        return switch (this) {
            case LEFT_CART -> "abandoned-cart";
            case BROWSED, COMPLEMENT, WIN_BACK -> "email";
            case DUE -> "home";
        };
    }

    /** Names of the boxes in the letter. */
    List<String> placements() {
        return switch (this) {
            case LEFT_CART -> List.of("still-in-your-cart");
            case BROWSED -> List.of("recommended-for-you");
            case COMPLEMENT -> List.of("because-you-bought");
            case WIN_BACK -> List.of("recommended-for-you", "new-in-your-categories");
            case DUE -> List.of("buy-it-again");
        };
    }

    /** Whether the boxes start from the products that are the cause, which are then not offered themselves. */
    boolean startsFromTheCause() {
        return this == LEFT_CART || this == BROWSED;
    }
}
