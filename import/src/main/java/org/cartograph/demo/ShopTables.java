package org.cartograph.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the shop sells and what goes with what, as written in the CSV files beside this class.
 *
 * @param words words for naming series, by department
 * @param related for each category the ones that are bought along with it
 */
record ShopTables(
        List<Category> categories,
        List<Brand> brands,
        Map<String, List<String>> words,
        Map<String, List<String>> related,
        List<CompanionTable> companions,
        List<SequenceTable> sequences) {

    /** Buyers of a product of {@code seed} (and one of {@code second}, unless empty) also take a {@code companion}. */
    record CompanionTable(
            String rule, String seed, String second, String companion, String match, double probability) {}

    /** Buyers of a product of {@code first} buy one of {@code next} in the days after. */
    record SequenceTable(String first, String next, String match, double probability, int withinDays) {}

    static ShopTables read() {
        Map<String, List<Category.Trait>> traits = rows("attributes").stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("category"),
                        Collectors.mapping(
                                row -> new Category.Trait(row.getField("key"), row.getField("values")),
                                Collectors.toList())));
        return new ShopTables(
                rows("categories").stream()
                        .map(row -> category(row, traits.getOrDefault(row.getField("category"), List.of())))
                        .toList(),
                rows("brands").stream()
                        .map(row -> new Brand(row.getField("brand"), number(row, "tier"), list(row, "parents")))
                        .toList(),
                lists("words", "parent", "words"),
                lists("affinities", "category", "related"),
                rows("companions").stream().map(ShopTables::companion).toList(),
                rows("sequences").stream().map(ShopTables::sequence).toList());
    }

    int categoryIndex(String name) {
        for (int i = 0; i < categories.size(); i++) {
            if (categories.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("The tables of the demo shop name a category '" + name + "' it does not have.");
    }

    private static Category category(NamedCsvRecord row, List<Category.Trait> traits) {
        return new Category(
                row.getField("category"),
                row.getField("parent"),
                row.getField("slug"),
                number(row, "low"),
                number(row, "high"),
                number(row, "assortment"),
                number(row, "demand"),
                Double.parseDouble(row.getField("margin")),
                number(row, "refill_days"),
                season(row.getField("season_from"), row.getField("season_to")),
                list(row, "months").stream().map(Integer::valueOf).toList(),
                row.getField("name"),
                traits);
    }

    private static @Nullable Season season(String from, String to) {
        return from.isEmpty() ? null : new Season(MonthDay.parse("--" + from), MonthDay.parse("--" + to));
    }

    private static CompanionTable companion(NamedCsvRecord row) {
        return new CompanionTable(
                row.getField("rule"),
                row.getField("seed"),
                row.getField("second_seed"),
                row.getField("companion"),
                row.getField("match"),
                Double.parseDouble(row.getField("probability")));
    }

    private static SequenceTable sequence(NamedCsvRecord row) {
        return new SequenceTable(
                row.getField("first"),
                row.getField("next"),
                row.getField("match"),
                Double.parseDouble(row.getField("probability")),
                number(row, "within_days"));
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    private static List<String> list(NamedCsvRecord row, String column) {
        return List.of(row.getField(column).split("\\|", -1));
    }

    private static Map<String, List<String>> lists(String table, String key, String values) {
        Function<NamedCsvRecord, String> name = row -> row.getField(key);
        return rows(table).stream().collect(Collectors.toUnmodifiableMap(name, row -> list(row, values)));
    }

    private static List<NamedCsvRecord> rows(String table) {
        String resource = table + ".csv";
        InputStream in = ShopTables.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("The resource " + resource + " of the demo shop is missing from the jar.");
        }
        try (CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8));
                Stream<NamedCsvRecord> rows = reader.stream()) {
            return rows.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
