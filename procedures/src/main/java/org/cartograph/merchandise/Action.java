package org.cartograph.merchandise;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a rule does to the products that it is about, in the order in which rules win over each other. */
public enum Action {
    /** Keeps them out of the box; beats everything. */
    HIDE,
    /** Gives one of them a rank of its own. */
    PIN,
    /** Multiplies their score by more than 1. */
    BOOST,
    /** Multiplies their score by less than 1. */
    BURY,
    /** Multiplies their score the more, the larger the margin's share of the price, and hides what earns too little. */
    MARGIN;

    /** The word in a rule's configuration, e.g. {@code boost}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every word that a configuration may hold. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Action::key).toList();
    }

    /** The action with a word, in whatever case, or null. */
    static @Nullable Action of(String key) {
        return Arrays.stream(values())
                .filter(action -> action.name().equalsIgnoreCase(key))
                .findFirst()
                .orElse(null);
    }
}
