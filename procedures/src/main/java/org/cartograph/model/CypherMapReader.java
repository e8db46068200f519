package org.cartograph.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads back what {@link CypherMap} wrote.
 *
 * <p>Not by letting Cypher evaluate the text: whoever may change a Model node could then have anything executed.
 */
final class CypherMapReader {
    private final String text;
    private int at;

    private CypherMapReader(String text) {
        this.text = text;
    }

    /**
     * The map behind a text.
     *
     * @throws IllegalArgumentException when it is none that {@link CypherMap} could have written
     */
    static Map<String, Object> read(String text) {
        CypherMapReader reader = new CypherMapReader(text);
        reader.blanks();
        Map<String, Object> map = reader.map();
        reader.blanks();
        if (reader.at < text.length()) {
            throw reader.wrong("the end");
        }
        return map;
    }

    private Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        expect('{');
        while (!closes('}', map.isEmpty())) {
            String key = key();
            blanks();
            expect(':');
            blanks();
            map.put(key, value());
        }
        return map;
    }

    private String key() {
        int from = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        if (at > from) {
            return text.substring(from, at);
        }
        StringBuilder key = new StringBuilder();
        do {
            expect('`');
            int end = text.indexOf('`', at);
            if (end < 0) {
                throw wrong("'`'");
            }
            key.append(key.isEmpty() ? "" : "`").append(text, at, end);
            at = end + 1;
        } while (at < text.length() && text.charAt(at) == '`');
        return key.toString();
    }

    private Object value() {
        char first = at < text.length() ? text.charAt(at) : ' ';
        return switch (first) {
            case '{' -> map();
            case '[' -> list();
            case '\'' -> string();
            default -> word();
        };
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        expect('[');
        while (!closes(']', list.isEmpty())) {
            list.add(value());
        }
        return list;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        expect('\'');
        while (at < text.length() && text.charAt(at) != '\'') {
            at += text.charAt(at) == '\\' ? 1 : 0;
            string.append(at < text.length() ? text.charAt(at++) : ' ');
        }
        expect('\'');
        return string.toString();
    }

    private Object word() {
        int from = at;
        while (at < text.length() && ",]} \n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        if (word.equals("true") || word.equals("false")) {
            return Boolean.valueOf(word);
        }
        try {
            if (word.matches("-?\\d+")) {
                return Long.valueOf(word);
            }
            return Double.valueOf(word);
        } catch (NumberFormatException none) {
            at = from;
            throw wrong("a value");
        }
    }

    /** Passes over the closing sign, or over the comma before the next entry. */
    private boolean closes(char sign, boolean first) {
        blanks();
        if (at < text.length() && text.charAt(at) == sign) {
            at++;
            return true;
        }
        if (!first) {
            expect(',');
            blanks();
        }
        return false;
    }

    private void expect(char sign) {
        if (at >= text.length() || text.charAt(at) != sign) {
            throw wrong("'" + sign + "'");
        }
        at++;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException("The parameters must be a map such as {neighbours: 25}, but at character "
                + (at + 1) + " there was no " + wanted + ": " + text);
    }
}
