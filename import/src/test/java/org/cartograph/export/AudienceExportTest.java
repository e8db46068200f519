package org.cartograph.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.cartograph.load.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.exceptions.Neo4jException;

/** The file of a mail tool, from rows that come out of a real database without the plugin. */
final class AudienceExportTest {
    private static final String PEOPLE = """
            UNWIND range(1, $config.people) AS n
            RETURN 'c' + n AS customerId, 'left-cart' AS kind, datetime('2026-03-01T12:00:00+01:00') AS since,
              ['mug', '-jug'] AS products, ['=Mug', 'Jug, large'] AS names,
              [{name: 'still-in-your-cart', title: 'Goes with it', items: [
                {productId: 'cup', rank: 1, score: 1.0, source: 'BOUGHT_TOGETHER', fallback: false,
                 product: {name: '@Cup', price: 4.5, url: 'https://shop/cup', image: null},
                 reasons: [{type: 'BOUGHT_TOGETHER', text: 'Bought together with Mug'}, {type: 'OTHER', text: 'No'}]},
                {productId: 'pot', rank: 2, score: 0.5, source: 'BESTSELLER', fallback: true,
                 product: {name: 'Pot', price: null, url: null, image: null}, reasons: []}]},
               {name: 'new', title: 'New', items: [
                {productId: 'pan', rank: 1, score: 1.0, source: 'RELEASED', fallback: false,
                 product: {name: 'Pan', price: 9, url: null, image: 'pan.jpg'}, reasons: [{type: 'RELEASED', text: 'New'}]}]}
              ] AS placements""";

    @TempDir
    private Path directory;

    @Test
    void hasALineForEachCustomerWithWhyAndWhatToOffer() throws IOException {
        Path file = directory.resolve("carts.csv");

        assertThat(write(file, 2, 3)).isEqualTo(2);

        List<NamedCsvRecord> lines = lines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).getFieldsAsMap())
                .containsEntry("customer_id", "c1")
                .containsEntry("kind", "left-cart")
                .containsEntry("since", "2026-03-01T11:00:00Z")
                .containsEntry("product_1_id", "cup")
                .containsEntry("product_1_price", "4.5")
                .containsEntry("product_1_url", "https://shop/cup")
                .containsEntry("product_1_image", "")
                .containsEntry("product_1_reason", "Bought together with Mug")
                .containsEntry("product_1_placement", "still-in-your-cart")
                .containsEntry("product_2_price", "")
                .containsEntry("product_2_reason", "")
                .containsEntry("product_3_name", "Pan")
                .containsEntry("product_3_placement", "new");
    }

    @Test
    void hasAsManyColumnsAsAskedForWhateverIsOffered() throws IOException {
        Path few = directory.resolve("few.csv");
        Path many = directory.resolve("many.csv");

        write(few, 1, 1);
        write(many, 1, 5);

        assertThat(lines(few).get(0).getHeader()).hasSize(5 + 7);
        assertThat(lines(many).get(0).getFieldsAsMap())
                .hasSize(5 + 5 * 7)
                .containsEntry("product_3_id", "pan")
                .containsEntry("product_4_id", "");
    }

    @Test
    void runsNothingInASpreadsheet() throws IOException {
        Path file = directory.resolve("carts.csv");
        Path raw = directory.resolve("raw.csv");

        write(file, 1, 1);
        export().write(Map.of("people", 1), raw, 1, false, lines -> {});

        assertThat(lines(file).get(0).getFieldsAsMap())
                .containsEntry("cause_product_ids", "mug|-jug")
                .containsEntry("cause_product_names", "'=Mug|Jug, large")
                .containsEntry("product_1_name", "'@Cup");
        assertThat(lines(raw).get(0).getFieldsAsMap())
                .containsEntry("cause_product_names", "=Mug|Jug, large")
                .containsEntry("product_1_name", "@Cup");
    }

    @Test
    void hasAHeaderAloneWithoutPeople() throws IOException {
        Path file = directory.resolve("nobody.csv");

        assertThat(write(file, 0, 1)).isZero();
        assertThat(Files.readString(file))
                .isEqualTo("customer_id,kind,since,cause_product_ids,cause_product_names,product_1_id,product_1_name,"
                        + "product_1_price,product_1_url,product_1_image,product_1_reason,product_1_placement\n");
    }

    @Test
    void isCompressedWhereItsNameSaysSo() throws IOException {
        Path file = directory.resolve("carts.csv.gz");

        write(file, 1, 1);

        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("customer_id,");
        }
    }

    @Test
    void countsWhileItWrites() {
        List<Long> counts = new ArrayList<>();

        export().write(Map.of("people", 1_000), directory.resolve("carts.csv"), 1, true, counts::add);

        assertThat(counts).isEqualTo(LongStream.rangeClosed(1, 1_000).boxed().toList());
    }

    @Test
    void keepsTheEarlierFileUntilTheNewOneIsComplete() throws IOException {
        Path file = Files.writeString(directory.resolve("carts.csv"), "yesterday");

        // The 500th row divides by zero, when others are written already.
        AudienceExport broken =
                new AudienceExport(TestDatabase.driver(), null, PEOPLE.replace("'c' + n", "'c' + n + (1 / (500 - n))"));

        assertThatThrownBy(() -> broken.write(Map.of("people", 1_000), file, 1, true, lines -> {}))
                .isInstanceOf(Neo4jException.class);
        assertThat(Files.readString(file)).isEqualTo("yesterday");
        assertThat(files()).containsExactly("carts.csv");

        write(file, 1, 1);

        assertThat(Files.readString(file)).startsWith("customer_id");
        assertThat(files()).containsExactly("carts.csv");
    }

    @Test
    void saysWhenItCannotBeWritten() {
        assertThatThrownBy(() -> write(directory.resolve("nowhere").resolve("carts.csv"), 1, 1))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> write(directory, 1, 1)).isInstanceOf(UncheckedIOException.class);
    }

    private static long write(Path file, int people, int products) {
        return export().write(Map.of("people", people), file, products, true, lines -> {});
    }

    private static AudienceExport export() {
        return new AudienceExport(TestDatabase.driver(), null, PEOPLE);
    }

    private static List<NamedCsvRecord> lines(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
