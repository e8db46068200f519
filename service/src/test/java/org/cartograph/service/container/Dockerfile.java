package org.cartograph.service.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The instructions of a Dockerfile, one a line. */
record Dockerfile(List<String> instructions) {

    static Dockerfile read(Path file) {
        try {
            String joined =
                    Files.readString(file).replaceAll("(?m)^\\s*#.*\\n", "").replaceAll("\\\\\\n\\s*", " ");
            return new Dockerfile(joined.lines()
                    .filter(line -> !line.isBlank())
                    .map(String::strip)
                    .toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What follows a word in the instructions that begin with it. */
    List<String> all(String word) {
        return instructions.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length()).strip())
                .toList();
    }

    /** What follows a word in the last instruction that begins with it. */
    String last(String word) {
        List<String> all = all(word);
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }

    /** The files that it takes from the folder of the project. */
    Stream<String> sources() {
        return all("COPY").stream().filter(copy -> !copy.contains("--from=")).flatMap(copy -> {
            List<String> words = Arrays.stream(copy.split("\\s+"))
                    .filter(word -> !word.startsWith("--"))
                    .toList();
            return words.subList(0, words.size() - 1).stream();
        });
    }
}
