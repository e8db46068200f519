package org.cartograph.load.values;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The words of a product's name that say what it is: lower case, letters and digits only, each once, without words of one letter and without
 * {@linkplain #STOP_WORDS words that only join others}. "Sport-100 Helmet, Red" has 100, helmet, red and sport.
 */
public final class NameWords {

    private static final int LONGEST = 40;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** English, German, French, Italian and Spanish articles and prepositions. */
    static final Set<String> STOP_WORDS = Set.of(
            "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "it", "its", "of", "on", "or", "per",
            "the", "to", "with", "without", "das", "der", "die", "ein", "eine", "für", "im", "mit", "ohne", "und",
            "von", "zu", "aux", "avec", "de", "des", "du", "en", "et", "la", "le", "les", "pour", "sans", "un", "une",
            "al", "con", "da", "del", "della", "di", "il", "lo", "senza", "una", "el", "las", "los", "para", "por",
            "sin");

    private NameWords() {}

    /** The words, sorted. */
    public static Set<String> of(String name) {
        Set<String> words = new TreeSet<>();
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (String word : BETWEEN.split(plain, -1)) {
            if (word.codePointCount(0, word.length()) > 1 && word.length() <= LONGEST && !STOP_WORDS.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
