package org.cartograph.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A CSV file being written: UTF-8, LF, a header, and gzip without a timestamp where the name ends in {@code .gz}. */
final class CsvFile implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final CsvWriter writer;

    private CsvFile(CsvWriter writer) {
        this.writer = writer;
    }

    static CsvFile create(Path path, String... header) throws IOException {
        OutputStream out = Files.newOutputStream(path);
        OutputStream bytes =
                path.toString().endsWith(".gz") ? new GZIPOutputStream(out, BUFFER) : new BufferedOutputStream(out);
        CsvFile file = new CsvFile(CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8)));
        file.row(header);
        return file;
    }

    void row(String... values) {
        writer.writeRecord(values);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
