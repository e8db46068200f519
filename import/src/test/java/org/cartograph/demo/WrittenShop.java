package org.cartograph.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A demo shop read back from its files, by an eye that knows nothing of how it was made. */
record WrittenShop(DemoFiles files, Map<String, NamedCsvRecord> products, List<Order> orders) {

    record Line(String product, int quantity) {}

    record Order(String id, String customer, LocalDateTime at, String status, List<Line> lines) {

        boolean isGuest() {
            return customer.isEmpty();
        }

        boolean isCancelled() {
            return status.equals("cancelled");
        }

        List<String> productIds() {
            return lines.stream().map(Line::product).toList();
        }
    }

    /** The standard shop as of a day. */
    static WrittenShop standard(LocalDate until, Path directory) {
        DemoShop standard = DemoShop.standard();
        return write(
                new DemoShop(standard.customers(), standard.orders(), standard.products(), standard.seed(), until),
                directory);
    }

    static WrittenShop write(DemoShop shop, Path directory) {
        DemoFiles files = shop.write(directory);
        Map<String, NamedCsvRecord> products = rows(files.products()).stream()
                .collect(Collectors.toMap(row -> row.getField("product_id"), row -> row));
        Map<String, Order> orders = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows(files.orders())) {
            orders.computeIfAbsent(
                            row.getField("order_id"),
                            id -> new Order(
                                    id,
                                    row.getField("customer_id"),
                                    LocalDateTime.parse(row.getField("ordered_at")),
                                    row.getField("status"),
                                    new ArrayList<>()))
                    .lines()
                    .add(new Line(row.getField("product_id"), Integer.parseInt(row.getField("quantity"))));
        }
        return new WrittenShop(files, products, List.copyOf(orders.values()));
    }

    String field(String product, String column) {
        return products.get(product).getField(column);
    }

    Map<String, List<Order>> byCustomer() {
        return orders.stream().filter(order -> !order.isGuest()).collect(Collectors.groupingBy(Order::customer));
    }

    static List<NamedCsvRecord> rows(Path path) {
        try (InputStream in = Files.newInputStream(path);
                InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8));
                Stream<NamedCsvRecord> rows = reader.stream()) {
            return rows.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The products of an order that are in a category. */
    List<String> bought(Order order, String category) {
        return order.productIds().stream()
                .filter(product -> field(product, "category").equals(category))
                .toList();
    }
}
