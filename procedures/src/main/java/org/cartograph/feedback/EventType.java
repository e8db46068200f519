package org.cartograph.feedback;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Suggestion;

/** What a shopper can do. */
enum EventType {
    /** Products of an answer came before the shopper's eyes. */
    IMPRESSION,
    /** A product's page was looked at. */
    VIEW,
    /** A recommended product was clicked. */
    CLICK,
    /** A product was put into the cart. */
    ADD_TO_CART,
    /** A product was taken out of the cart. */
    REMOVE_FROM_CART,
    /** The shop was searched. */
    SEARCH,
    /** A product was bought; the order itself comes by another way. */
    PURCHASE,
    /** A product of an order was sent back. */
    REFUND,
    /** The shopper does not want to see a product. */
    DISMISS,
    /** The shopper gave stars. */
    RATING,
    /** The shopper has the product already. */
    OWNS;

    private static final List<String> WORDS =
            Arrays.stream(values()).map(EventType::word).toList();

    static EventType of(Settings settings) {
        String word = settings.text("type");
        int found = word == null ? -1 : WORDS.indexOf(word);
        if (found < 0) {
            throw new IllegalArgumentException(settings.refusal("type", "one of " + String.join(", ", WORDS), word)
                            .getMessage()
                    + (word == null ? "" : Suggestion.of(word, WORDS)));
        }
        return values()[found];
    }

    /** Its name in events. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean needsProduct() {
        return this != IMPRESSION && this != SEARCH;
    }

    /** Whether it means nothing but as an outcome of a recommendation. */
    boolean needsRecommendation() {
        return this == IMPRESSION || this == CLICK;
    }

    /** Whether a recommendation keeps it as an outcome. */
    boolean isOutcome() {
        return needsRecommendation() || this == ADD_TO_CART || this == PURCHASE || this == DISMISS;
    }

    /** Whether each time counts, so that only an id tells a repetition from the next time. */
    boolean needsEventId() {
        return this == VIEW || this == ADD_TO_CART || this == REMOVE_FROM_CART || this == SEARCH;
    }
}
