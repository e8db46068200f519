package org.cartograph.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A CSV file that is there only when it is complete: UTF-8, LF, gzip where the name ends in {@code .gz}.
 *
 * <p>It is written beside its place under the same name with {@value #UNFINISHED}, and takes the place of an earlier one
 * in a single step.
 */
final class MailFile implements Closeable {
    static final String UNFINISHED = ".part";
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final Path unfinished;
    private final CsvWriter writer;
    private boolean completed;

    /** @throws UncheckedIOException when it cannot be written there */
    MailFile(Path path) {
        this.path = path;
        this.unfinished = path.resolveSibling(path.getFileName() + UNFINISHED);
        try {
            if (Files.isDirectory(path)) {
                throw new IOException(path + " is a directory");
            }
            OutputStream out = Files.newOutputStream(unfinished);
            OutputStream bytes =
                    path.toString().endsWith(".gz") ? new GZIPOutputStream(out, BUFFER) : new BufferedOutputStream(out);
            this.writer = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException when the disk is full */
    void line(List<String> cells) {
        writer.writeRecord(cells);
    }

    /** Puts the file in its place. */
    void complete() {
        try {
            writer.close();
            completed = true;
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves nothing behind unless the file was completed. */
    @Override
    public void close() {
        try {
            if (!completed) {
                writer.close();
            }
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
