package org.cartograph.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cartograph.settings.Shown;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** The shop's own texts as its people set, reset and list them, inside the caller's transaction. */
public final class TextStore {
    private static final int LONGEST_TAG = 35;
    private static final int LONGEST_LANGUAGE = 3;
    private static final String TITLE = "title.";
    private static final String ANY_TITLE = "title.fallback";

    private final Transaction transaction;
    private final Set<String> keys;

    /**
     * A store of texts.
     *
     * @param placements names of the boxes that have titles
     */
    public TextStore(Transaction transaction, Collection<String> placements) {
        this.transaction = transaction;
        this.keys = new TreeSet<>(Language.ENGLISH.texts().keySet());
        placements.forEach(placement -> keys.add(TITLE + placement));
    }

    /**
     * A text.
     *
     * @param template as it is used for this locale
     * @param own whether the shop wrote it for this very locale
     * @param places where values may stand, e.g. {@code {0}}
     */
    public record Text(String locale, String key, String template, boolean own, List<String> places) {}

    /**
     * Writes texts of a locale; those of other keys stay, and a null takes a text of the shop's own back.
     *
     * @throws IllegalArgumentException when one of them could not be shown; then nothing has changed
     */
    public void set(@Nullable String locale, @Nullable Map<String, Object> templates) {
        String tag = tag(locale);
        if (templates == null || templates.isEmpty()) {
            throw new IllegalArgumentException("`templates` must be a map of texts by key, but was empty.");
        }
        TemplateCheck check = new TemplateCheck(tag, keys);
        templates.forEach(check::check);
        Node node = transaction.findNode(Texts.TEXTS, Texts.LOCALE, tag);
        if (node == null) {
            node = transaction.createNode(Texts.TEXTS);
            node.setProperty(Texts.LOCALE, tag);
        }
        for (Map.Entry<String, Object> template : templates.entrySet()) {
            if (template.getValue() == null) {
                node.removeProperty(template.getKey());
            } else {
                node.setProperty(template.getKey(), template.getValue());
            }
        }
    }

    /**
     * Takes back what the shop wrote for a locale.
     *
     * @return how many texts that were
     */
    public long reset(@Nullable String locale) {
        Node node = transaction.findNode(Texts.TEXTS, Texts.LOCALE, tag(locale));
        if (node == null) {
            return 0;
        }
        long texts = Texts.of(node).size();
        node.delete();
        return texts;
    }

    /** Every text as it is used for a locale, by key. */
    public List<Text> list(@Nullable String locale) {
        String tag = tag(locale);
        Map<String, Map<String, String>> own = Texts.read(transaction, tag);
        Map<String, Text> texts = new TreeMap<>();
        for (String key : keys) {
            texts.put(
                    key,
                    new Text(
                            tag,
                            key,
                            find(key, tag, own),
                            own.getOrDefault(tag, Map.of()).containsKey(key),
                            TemplateCheck.places(key)));
        }
        return new ArrayList<>(texts.values());
    }

    private static String find(String key, String tag, Map<String, Map<String, String>> own) {
        for (String one : Wording.tags(tag)) {
            Language shipped = Language.of(one);
            String text = own.getOrDefault(one, Map.of())
                    .getOrDefault(key, shipped == null ? null : shipped.texts().get(key));
            if (text != null) {
                return text;
            }
        }
        return find(ANY_TITLE, tag, own);
    }

    private static String tag(@Nullable String locale) {
        if (locale != null && locale.length() <= LONGEST_TAG) {
            try {
                Locale strict = new Locale.Builder()
                        .setLanguageTag(locale.replace('_', '-'))
                        .build();
                if (!strict.getLanguage().isEmpty() && strict.getLanguage().length() <= LONGEST_LANGUAGE) {
                    return strict.toLanguageTag();
                }
            } catch (IllformedLocaleException none) {
                // Refused below, in our own words.
            }
        }
        throw new IllegalArgumentException(
                "`locale` must be a language such as en, de or de-AT, but was " + Shown.of(locale) + ".");
    }
}
