package org.cartograph.wording;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places for names and counts: a {@link MessageFormat} in which an apostrophe means itself.
 *
 * <p>With its usual meaning a text such as "Don't forget {0}" would be valid and show neither the apostrophe nor the name.
 */
final class Template {
    /** Stands for the apostrophe while the text is parsed; no shop's text holds a character for private use. */
    private static final char APOSTROPHE = '\uE000';

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\s*(\\d+)");

    private final MessageFormat format;
    private final boolean apostrophes;

    private Template(MessageFormat format, boolean apostrophes) {
        this.format = format;
        this.apostrophes = apostrophes;
    }

    /**
     * Parses a text.
     *
     * @param locale in which it writes numbers
     * @throws IllegalArgumentException when it cannot be parsed
     * @throws IndexOutOfBoundsException when a choice in it has no choices
     */
    static Template of(String text, Locale locale) {
        return new Template(new MessageFormat(text.replace('\'', APOSTROPHE), locale), text.indexOf('\'') >= 0);
    }

    /** The numbers of the values that a text uses, also those inside of a choice. */
    static Set<Integer> arguments(String text) {
        Set<Integer> arguments = new TreeSet<>();
        for (Matcher found = ARGUMENT.matcher(text); found.find(); ) {
            String digits = found.group(1);
            arguments.add(digits.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(digits));
        }
        return arguments;
    }

    /** A copy for another thread: formats must not be shared. */
    Template copy() {
        return new Template((MessageFormat) format.clone(), apostrophes);
    }

    /** The sentence about these values. */
    String say(Object... values) {
        String said = format.format(values);
        return apostrophes ? said.replace(APOSTROPHE, '\'') : said;
    }
}
