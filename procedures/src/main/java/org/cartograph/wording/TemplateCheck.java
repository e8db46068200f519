package org.cartograph.wording;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;
import org.jspecify.annotations.Nullable;

/** Refuses texts that could not be shown: they would fail in front of a shopper. */
final class TemplateCheck {
    private static final int LONGEST = 500;
    private static final long[] COUNTS = {0, 1, 2, 1000};
    private static final double A_LIFT = 2.5;

    private final Locale locale;
    private final Set<String> keys;

    /** Checks texts of a locale, whose keys must be among these. */
    TemplateCheck(String tag, Set<String> keys) {
        this.locale = Locale.forLanguageTag(tag);
        this.keys = keys;
    }

    /**
     * Checks a text; null is none and always fine.
     *
     * @throws IllegalArgumentException with one sentence that names the key, what is allowed and what came
     */
    void check(String key, @Nullable Object template) {
        if (!keys.contains(key)) {
            throw new IllegalArgumentException(Shown.of(key) + " is not a key here." + Suggestion.of(key, keys)
                    + " Allowed: " + String.join(", ", keys) + ".");
        }
        if (template == null) {
            return;
        }
        if (!(template instanceof String text) || text.isBlank() || text.length() > LONGEST) {
            throw refusal(key, "a text of 1 to " + LONGEST + " characters", template);
        }
        try {
            Template parsed = Template.of(text, locale);
            for (long count : COUNTS) {
                parsed.say("A", count, A_LIFT, "B");
            }
        } catch (IllegalArgumentException broken) {
            throw refusal(key, "a text with places such as {0} or {1,choice,1#once|1<{1} times}", text);
        }
        if (!arguments(key).containsAll(Template.arguments(text))) {
            String places = String.join(", ", places(key));
            throw refusal(
                    key,
                    places.isEmpty() ? "a text without places in braces" : "a text with no other places than " + places,
                    text);
        }
    }

    /** The places that a text may have, e.g. {@code {0}}. */
    static List<String> places(String key) {
        return arguments(key).stream().map(argument -> "{" + argument + "}").toList();
    }

    /** Those of the English text: what is not in it is not known where it is said. */
    private static Set<Integer> arguments(String key) {
        return Template.arguments(Language.ENGLISH.texts().getOrDefault(key, ""));
    }

    private static IllegalArgumentException refusal(String key, String allowed, Object came) {
        return new IllegalArgumentException("`" + key + "` must be " + allowed + ", but was " + Shown.of(came) + ".");
    }
}
