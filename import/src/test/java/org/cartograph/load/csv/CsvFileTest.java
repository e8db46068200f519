package org.cartograph.load.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvFileTest {

    @TempDir
    private Path directory;

    @Test
    void readsCellsWithAndWithoutQuotes() throws IOException {
        List<CsvRow> rows = rows("id,name\n1,Mug\n2,\"Mug, \"\"red\"\"\"\n");

        assertThat(rows).extracting(CsvRow::fields).containsExactly(List.of("1", "Mug"), List.of("2", "Mug, \"red\""));
        assertThat(rows).extracting(CsvRow::problem).containsOnlyNulls();
    }

    @Test
    void countsPhysicalLinesAlsoAfterQuotedLineBreaksAndEmptyLines() throws IOException {
        List<CsvRow> rows = rows("id,name\n1,\"two\nlines\"\n\n2,Mug\r\n3,Tea");

        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 5L, 6L);
        assertThat(rows.get(0).fields()).containsExactly("1", "two\nlines");
        assertThat(rows.get(0).raw()).isEqualTo("1,\"two\nlines\"");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnRowOnly() throws IOException {
        List<CsvRow> rows = rows("id,name\n1,\"Mug\n2,Tea\n3,Pot\n");

        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 3L, 4L);
        assertThat(rows.get(0).problem()).isEqualTo("a quote is opened and never closed");
        assertThat(rows.get(0).raw()).isEqualTo("1,\"Mug");
        assertThat(rows.get(1).fields()).containsExactly("2", "Tea");
    }

    @Test
    void aStrayQuoteBeforeAnotherQuotedRowCostsItsOwnRowOnly() throws IOException {
        List<CsvRow> rows = rows("id,name\n1,\"Mug\n2,Tea\n3,\"Pot, blue\"\n4,Cup\n");

        assertThat(rows.stream().filter(row -> row.problem() == null).map(CsvRow::fields))
                .containsExactly(List.of("2", "Tea"), List.of("3", "Pot, blue"), List.of("4", "Cup"));
        assertThat(rows.get(0).line()).isEqualTo(2);
        assertThat(rows.get(0).problem()).isNotNull();
    }

    @Test
    void aQuoteInsideAnUnquotedCellIsAnOrdinaryCharacter() throws IOException {
        assertThat(rows("id,name\n1,5\" pipe\n")).extracting(CsvRow::fields).containsExactly(List.of("1", "5\" pipe"));
    }

    @Test
    void saysHowManyColumnsAreMissing() throws IOException {
        assertThat(rows("id,name\n1\n1,2,3\n"))
                .extracting(CsvRow::problem)
                .containsExactly("the row has 1 columns, the header 2", "the row has 3 columns, the header 2");
    }

    @Test
    void reportsARowThatIsNotUtf8() throws IOException {
        List<CsvRow> rows = rows("id,name\n1,Café\n2,Tea\n".getBytes(ISO_8859_1));

        assertThat(rows).extracting(CsvRow::problem).containsExactly("the row is not valid UTF-8", null);
    }

    @Test
    void ignoresAByteOrderMark() throws IOException {
        try (CsvFile file = CsvFile.open(file("\uFEFFid,name\n1,Mug\n".getBytes(UTF_8)))) {
            assertThat(file.header()).containsExactly("id", "name");
        }
    }

    @Test
    void readsGzipWhateverTheFileIsCalled() throws IOException {
        assertThat(rows(gzip("id,name\n1,Mug\n"))).extracting(CsvRow::fields).containsExactly(List.of("1", "Mug"));
    }

    @Test
    void refusesAGzipFileThatWasCutOff() throws IOException {
        byte[] whole = gzip("id,name\n" + "1,Mug\n".repeat(10_000));

        assertThatExceptionOfType(UnusableFileException.class)
                .isThrownBy(() -> rows(Arrays.copyOf(whole, whole.length / 2)))
                .withMessageContaining("cannot be read");
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatExceptionOfType(UnusableFileException.class)
                .isThrownBy(() -> rows(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}))
                .withMessageEndingWith("is not a CSV file in UTF-8.");
    }

    @Test
    void refusesAnEmptyFileAMissingOneAndADirectory() {
        assertThatExceptionOfType(UnusableFileException.class)
                .isThrownBy(() -> rows(""))
                .withMessageContaining("is empty");
        assertThatExceptionOfType(UnusableFileException.class)
                .isThrownBy(() -> CsvFile.open(directory.resolve("none.csv")))
                .withMessageContaining("There is no file");
        assertThatExceptionOfType(UnusableFileException.class)
                .isThrownBy(() -> CsvFile.open(directory))
                .withMessageContaining("is not a file");
    }

    private List<CsvRow> rows(String text) throws IOException {
        return rows(text.getBytes(UTF_8));
    }

    private List<CsvRow> rows(byte[] bytes) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvFile file = CsvFile.open(file(bytes))) {
            for (CsvRow row = file.next(); row != null; row = file.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("file.csv"), bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
