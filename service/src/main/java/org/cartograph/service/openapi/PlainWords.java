package org.cartograph.service.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Texts from Javadoc come with the marks of web pages; OpenAPI wants Markdown, and a sentence begins with a capital. */
final class PlainWords {

    private static final List<String> TEXTS = List.of("description", "summary");

    private PlainWords() {}

    static void write(JsonNode node) {
        if (node instanceof ObjectNode map) {
            for (String name : TEXTS) {
                if (map.path(name).isTextual()) {
                    map.put(name, plain(map.path(name).asText()));
                }
            }
        }
        node.forEach(PlainWords::write);
    }

    private static String plain(String text) {
        String plain = text.replaceAll("</?code>", "`")
                .replaceAll("\\s*<p>\\s*", "\n\n")
                .replaceAll("\\{@link [\\w.]*#?(\\w+)}", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
        return plain.isEmpty() ? plain : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }
}
