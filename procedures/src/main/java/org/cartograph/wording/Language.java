package org.cartograph.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A language that is shipped, with every text.
 *
 * @param texts the texts as written, by key
 * @param templates the same, parsed
 */
record Language(Map<String, String> texts, Map<String, Template> templates) {
    static final Language ENGLISH = read(Locale.ENGLISH);

    private static final Map<String, Language> SHIPPED = Map.of("en", ENGLISH, "de", read(Locale.GERMAN));

    /** The language with a code such as {@code de}, or null when it is not shipped. */
    static @Nullable Language of(String code) {
        return SHIPPED.get(code);
    }

    private static Language read(Locale locale) {
        String file = locale.getLanguage() + ".properties";
        Properties properties = new Properties();
        try (InputStream stream = Language.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The plugin jar is incomplete: " + file + " is missing.");
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> texts = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty, (one, other) -> one, TreeMap::new));
        Map<String, Template> templates = texts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, text -> Template.of(text.getValue(), locale)));
        return new Language(texts, templates);
    }
}
