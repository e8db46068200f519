package org.cartograph.load.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The rows that could not be loaded: a CSV file {@value #HEADER}, where {@code row} is the text of the row as it stands in its file.
 *
 * <p>It belongs to one load: an earlier one is deleted at the start, and without rejects there is no file. A file that is not a list of rejects is
 * never overwritten.
 */
public final class RejectsFile implements Closeable {

    static final String HEADER = "file,line,reason,row";

    private final @Nullable Path path;
    private @Nullable CsvWriter writer;

    /**
     * Makes sure that rejects can be written.
     *
     * @param path where; null keeps none
     * @throws UnusableFileException if the file is something else, or its directory cannot be written to
     */
    public RejectsFile(@Nullable Path path) {
        this.path = path;
        if (path != null) {
            prepare(path);
        }
    }

    /** Adds one row. */
    public void add(Path file, long line, String reason, String row) {
        if (path == null) {
            return;
        }
        try {
            if (writer == null) {
                writer = CsvWriter.builder().build(path, StandardCharsets.UTF_8);
                writer.writeRecord(HEADER.split(",", -1));
            }
            writer.writeRecord(file.toString(), Long.toString(line), reason, row);
        } catch (IOException e) {
            throw new UncheckedIOException("The rejects file %s cannot be written.".formatted(path), e);
        }
    }

    private static void prepare(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        try {
            if (Files.exists(path)) {
                if (!isRejectsFile(path)) {
                    throw new UnusableFileException(
                            "%s exists and is not a rejects file: name another with --rejects.".formatted(path));
                }
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UnusableFileException("The rejects file %s cannot be replaced.".formatted(path), e);
        }
        if (parent == null || !Files.isWritable(parent)) {
            throw new UnusableFileException(
                    "The rejects file %s cannot be written: name another with --rejects.".formatted(path));
        }
    }

    private static boolean isRejectsFile(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            String first = reader.readLine();
            return first == null || first.equals(HEADER);
        }
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The rejects file %s cannot be written.".formatted(path), e);
        }
    }
}
