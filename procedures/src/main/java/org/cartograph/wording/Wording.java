package org.cartograph.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;

/**
 * The words of one answer.
 *
 * <p>A text is looked up among the shop's own for the locale ({@code de-AT}), then for its language ({@code de}), then
 * among those shipped for that language, and last, for a language that nobody has written for, in English: the shop's own
 * first. Not to be shared between threads.
 */
public final class Wording {
    private static final String TITLE = "title.";
    private static final String ANY_TITLE = "title.fallback";

    private final List<Source> sources;
    private final Map<String, Template> said = new HashMap<>();

    private Wording(List<Source> sources) {
        this.sources = sources;
    }

    /** English as it is shipped. */
    public static Wording shipped() {
        return of(null, Map.of());
    }

    /** The words for a locale, the shop's own as the transaction sees them. */
    public static Wording read(Transaction transaction, @Nullable String locale) {
        return of(locale, Texts.read(transaction, locale));
    }

    /**
     * The words for a locale.
     *
     * @param locale as in {@code de-AT} or {@code de_AT}; null, or one that means nothing, is English
     * @param own the shop's own texts: by locale, then by key
     */
    public static Wording of(@Nullable String locale, Map<String, Map<String, String>> own) {
        List<Source> sources = new ArrayList<>();
        for (String tag : tags(locale)) {
            Map<String, String> texts = own.get(tag);
            Language shipped = Language.of(tag);
            if (texts != null || shipped != null) {
                sources.add(new Source(
                        Locale.forLanguageTag(tag),
                        texts == null ? Map.of() : texts,
                        shipped == null ? Map.of() : shipped.templates()));
            }
        }
        return new Wording(sources);
    }

    /** The locales in which a text for this one is looked up, in their order, each as a language tag. */
    static List<String> tags(@Nullable String locale) {
        List<String> tags = new ArrayList<>();
        if (locale != null) {
            Locale wanted = Locale.forLanguageTag(locale.replace('_', '-'));
            tags.add(wanted.toLanguageTag());
            tags.add(wanted.getLanguage());
        }
        tags.add("en");
        return tags.stream().distinct().toList();
    }

    /**
     * A sentence.
     *
     * @param key which; an unknown one that begins with {@code title.} gives the title for any placement
     * @param values what the text speaks of: {0} the product that it comes from, {1} a count, {2} the lift, {3} the product
     *     that it is like
     */
    public String say(String key, Object... values) {
        Template template = said.get(key);
        if (template == null) {
            template = find(key);
            said.put(key, template);
        }
        return template.say(values);
    }

    private Template find(String key) {
        for (Source source : sources) {
            Template found = source.find(key);
            if (found != null) {
                return found;
            }
        }
        if (key.startsWith(TITLE) && !key.equals(ANY_TITLE)) {
            return find(ANY_TITLE);
        }
        throw new IllegalArgumentException("There is no text for `" + key + "`.");
    }

    private record Source(Locale locale, Map<String, String> own, Map<String, Template> shipped) {
        @Nullable
        Template find(String key) {
            String text = own.get(key);
            if (text != null) {
                try {
                    return Template.of(text, locale);
                } catch (IllegalArgumentException editedByHand) {
                    // A shopper must not suffer from it: the shipped text is there.
                }
            }
            return shipped.get(key);
        }
    }
}
