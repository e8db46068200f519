package org.cartograph.load.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a {@code .cypher} file. */
final class Statement {

    private static final String DIRECTORY = "/org/cartograph/load/";

    private Statement() {}

    /** The one statement of a file. */
    static String of(String file) {
        return withoutComments(file).strip().replaceAll(";$", "");
    }

    /** The statements of a file, each of which ends with a semicolon at the end of a line. */
    static List<String> allOf(String file) {
        return Arrays.stream(withoutComments(file).split(";\\s*(\\R|$)", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String withoutComments(String file) {
        return text(file).lines().filter(line -> !line.startsWith("//")).collect(Collectors.joining("\n"));
    }

    private static String text(String file) {
        try (InputStream stream = Statement.class.getResourceAsStream(DIRECTORY + file)) {
            if (stream == null) {
                throw new IllegalStateException("The jar has no statement %s.".formatted(file));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
