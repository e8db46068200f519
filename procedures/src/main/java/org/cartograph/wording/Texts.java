package org.cartograph.wording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** The shop's own texts: one node {@code (:Texts {locale, `<key>`: template})} for each locale. */
final class Texts {
    static final Label TEXTS = Label.label("Texts");
    static final String LOCALE = "locale";

    private Texts() {}

    /** Those that a locale looks at, by locale, then by key. */
    static Map<String, Map<String, String>> read(Transaction transaction, @Nullable String locale) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        List<String> tags = Wording.tags(locale);
        try (ResourceIterator<Node> nodes = transaction.findNodes(TEXTS)) {
            while (nodes.hasNext()) {
                Node node = nodes.next();
                String tag = String.valueOf(node.getProperty(LOCALE, ""));
                if (tags.contains(tag)) {
                    texts.put(tag, of(node));
                }
            }
        }
        return texts;
    }

    /** The texts of a node, by key. */
    static Map<String, String> of(Node node) {
        Map<String, String> texts = new HashMap<>();
        node.getAllProperties().forEach((key, value) -> {
            if (!key.equals(LOCALE) && value instanceof String text) {
                texts.put(key, text);
            }
        });
        return texts;
    }
}
