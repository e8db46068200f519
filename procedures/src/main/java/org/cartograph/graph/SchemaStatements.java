package org.cartograph.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The constraints of the graph model, as written in {@code schema.cypher}, which import runs as well. */
public final class SchemaStatements {
    private SchemaStatements() {}

    /** Each statement, without comments and without its semicolon. */
    public static List<String> all() {
        try (InputStream file = SchemaStatements.class.getResourceAsStream("schema.cypher")) {
            if (file == null) {
                throw new IllegalStateException("The plugin jar is incomplete: schema.cypher is missing.");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^//.*$", "");
            return Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
