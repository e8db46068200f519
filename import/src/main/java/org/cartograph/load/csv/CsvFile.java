package org.cartograph.load.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file, one after the other: commas, double quotes, UTF-8, the first row names the columns, empty lines are skipped.
 *
 * <p>A row ends where its quotes are closed. A quote that is opened and never closed costs its own row only: the lines after it are read again as
 * rows of their own. That is why lines are joined here and only whole rows are handed to the CSV parser.
 */
public final class CsvFile implements Closeable {

    private static final int MOST_LINES_A_ROW = 1_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String NOT_UTF8 = "\uFFFD";

    private final Path path;
    private final PhysicalLines lines;
    private final List<String> header;

    private CsvFile(Path path, PhysicalLines lines, List<String> header) {
        this.path = path;
        this.lines = lines;
        this.header = header;
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws UnusableFileException if it cannot be read, is empty, or is no text
     */
    public static CsvFile open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new UnusableFileException(
                    Files.exists(path) ? "%s is not a file.".formatted(path) : "There is no file %s.".formatted(path));
        }
        try {
            PhysicalLines lines = new PhysicalLines(reader(path));
            try {
                return new CsvFile(path, lines, header(path, lines));
            } catch (IOException | RuntimeException e) {
                lines.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** The names of the columns as they stand in the file, without spaces around them. */
    public List<String> header() {
        return header;
    }

    /**
     * The next row, or null at the end.
     *
     * @throws UnusableFileException if the file cannot be read any further, such as a gzip file that was cut off
     */
    public @Nullable CsvRow next() {
        try {
            String line = lines.next();
            while (line != null && line.isBlank()) {
                line = lines.next();
            }
            return line == null ? null : row(line);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private CsvRow row(String line) throws IOException {
        long number = lines.number();
        List<String> more = new ArrayList<>(0);
        boolean open = Quotes.openAfter(line, false);
        while (open && more.size() < MOST_LINES_A_ROW) {
            String next = lines.next();
            if (next == null) {
                break;
            }
            more.add(next);
            open = Quotes.openAfter(next, true);
        }
        if (open) {
            lines.giveBack(more);
            return new CsvRow(number, line, List.of(), "a quote is opened and never closed");
        }
        String raw = more.isEmpty() ? line : line + "\n" + String.join("\n", more);
        CsvRow row = parse(number, raw);
        if (row.problem() != null && !more.isEmpty()) {
            lines.giveBack(more);
            return new CsvRow(number, line, row.fields(), row.problem());
        }
        return row;
    }

    private CsvRow parse(long number, String raw) {
        try {
            List<String> fields = cells(raw);
            return new CsvRow(number, raw, fields, problem(raw, fields.size()));
        } catch (CsvParseException e) {
            return new CsvRow(number, raw, List.of(), "a closing quote is followed by more text");
        }
    }

    private @Nullable String problem(String raw, int columns) {
        if (columns != header.size()) {
            return "the row has %d columns, the header %d".formatted(columns, header.size());
        }
        return raw.contains(NOT_UTF8) ? "the row is not valid UTF-8" : null;
    }

    private static List<String> cells(String raw) {
        if (raw.indexOf('"') < 0) {
            return Quotes.cellsWithoutQuotes(raw);
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(raw)) {
            return reader.iterator().next().getFields();
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot fail to be read.", e);
        }
    }

    private static List<String> header(Path path, PhysicalLines lines) throws IOException {
        String line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            throw new UnusableFileException("%s is empty: its first row must name the columns.".formatted(path));
        }
        String text = line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
        if (text.contains(NOT_UTF8) || text.indexOf('\0') >= 0) {
            throw new UnusableFileException("%s is not a CSV file in UTF-8.".formatted(path));
        }
        try {
            return cells(text).stream().map(String::strip).toList();
        } catch (CsvParseException e) {
            throw new UnusableFileException("The header of %s is not CSV.".formatted(path), e);
        }
    }

    private static BufferedReader reader(Path path) throws IOException {
        InputStream stream = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            stream.mark(2);
            boolean gzip = stream.read() == 0x1f && stream.read() == 0x8b;
            stream.reset();
            InputStream plain = gzip ? new GZIPInputStream(stream, 1 << 16) : stream;
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    private static UnusableFileException unreadable(Path path, IOException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new UnusableFileException("%s cannot be read: %s.".formatted(path, reason), e);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }
}
