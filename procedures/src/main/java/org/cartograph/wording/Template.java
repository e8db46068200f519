package org.cartograph.wording;

import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with places for names and counts: what {@link MessageFormat} makes of it, but an apostrophe means itself,
 * and it may be shared between threads.
 *
 * <p>With its usual meaning a text such as "Don't forget {0}" would be valid and show neither the apostrophe nor the name.
 * And a MessageFormat parses the text of a choice again whenever it is chosen, which a page would pay for thirty times.
 */
final class Template {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\s*(\\d+)");
    private static final String CHOICE = "choice,";
    /** Below this no language separates groups of digits. */
    private static final long SMALL = 1000;

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    private interface Part {
        void say(StringBuilder said, Object... values);
    }

    /**
     * Parses a text.
     *
     * @param locale in which it writes numbers
     * @throws IllegalArgumentException when it cannot be parsed
     */
    static Template of(String text, Locale locale) {
        return of(text, locale, Numbers.of(locale));
    }

    private static Template of(String text, Locale locale, Numbers numbers) {
        List<Part> parts = new ArrayList<>();
        int literal = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', literal)) {
            int close = closing(text, open);
            parts.add(literal(text.substring(literal, open)));
            parts.add(place(text.substring(open + 1, close), locale, numbers));
            literal = close + 1;
        }
        parts.add(literal(text.substring(literal)));
        return new Template(parts);
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("A brace is not closed.");
    }

    private static Part literal(String text) {
        return (said, values) -> said.append(text);
    }

    private static Part place(String place, Locale locale, Numbers numbers) {
        int comma = place.indexOf(',');
        int number = Integer.parseInt((comma < 0 ? place : place.substring(0, comma)).strip());
        if (number < 0) {
            throw new IllegalArgumentException("A place has a number below zero.");
        }
        if (comma < 0) {
            return (said, values) -> numbers.say(said, number, values);
        }
        String style = place.substring(comma + 1).strip();
        if (style.startsWith(CHOICE)) {
            return choice(
                    number, new ChoiceFormat(style.substring(CHOICE.length()).replace("'", "''")), locale, numbers);
        }
        MessageFormat format = new MessageFormat("{0," + style + "}", locale);
        return (said, values) -> {
            // Formats must not be used by two threads at once.
            synchronized (format) {
                said.append(format.format(new Object[] {value(number, values)}));
            }
        };
    }

    private static Part choice(int number, ChoiceFormat choice, Locale locale, Numbers numbers) {
        double[] limits = choice.getLimits();
        if (limits.length == 0) {
            throw new IllegalArgumentException("A choice has nothing to choose from.");
        }
        List<Template> options = Arrays.stream(choice.getFormats())
                .map(option -> of(String.valueOf(option), locale, numbers))
                .toList();
        return (said, values) -> {
            if (!(value(number, values) instanceof Number count)) {
                throw new IllegalArgumentException("A choice needs a number.");
            }
            int at = limits.length - 1;
            while (at > 0 && !(count.doubleValue() >= limits[at])) {
                at--;
            }
            options.get(at).say(said, values);
        };
    }

    private static @Nullable Object value(int number, Object... values) {
        return number < values.length ? values[number] : null;
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

    /** The sentence about these values. */
    String say(Object... values) {
        StringBuilder said = new StringBuilder();
        say(said, values);
        return said.toString();
    }

    private void say(StringBuilder said, Object... values) {
        for (Part part : parts) {
            part.say(said, values);
        }
    }

    /** How a locale writes numbers. */
    private record Numbers(NumberFormat format, boolean latin) {
        static Numbers of(Locale locale) {
            NumberFormat format = NumberFormat.getInstance(locale);
            return new Numbers(format, format.format(0).equals("0"));
        }

        void say(StringBuilder said, int number, Object... values) {
            Object value = value(number, values);
            if (value instanceof Long count && latin && count >= 0 && count < SMALL) {
                said.append((long) count);
            } else if (value instanceof Number) {
                synchronized (format) {
                    said.append(format.format(value));
                }
            } else {
                said.append(value);
            }
        }
    }
}
