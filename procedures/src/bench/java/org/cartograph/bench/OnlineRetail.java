package org.cartograph.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The orders of a British giftware shop, 2010 to 2011: 386,326 order lines of 18,402 orders.
 *
 * <p>Source: D. Chen, "Online Retail", UCI Machine Learning Repository, 2015.
 */
public final class OnlineRetail {
    private static final Path ORDERS = Path.of("../../shared/data/online_retail/orders.csv.gz");

    private OnlineRetail() {}

    /** One order: its lines as read, a product at most once. */
    public record Order(String id, String customer, ZonedDateTime at, List<Line> lines) {}

    /** One order line. */
    public record Line(String product, long quantity, double unitPrice) {}

    /** All orders, oldest first, or nothing (with a word about it) where the data are not at hand. */
    public static Optional<List<Order>> orders() {
        if (!Files.exists(ORDERS)) {
            System.out.println("Skipped: this needs the online_retail orders at "
                    + ORDERS.toAbsolutePath().normalize());
            return Optional.empty();
        }
        try (BufferedReader file =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(ORDERS)), UTF_8))) {
            Map<String, Map<String, Line>> lines = new LinkedHashMap<>();
            Map<String, Order> orders = new LinkedHashMap<>();
            file.readLine();
            for (String row = file.readLine(); row != null; row = file.readLine()) {
                String[] fields = row.split(",");
                lines.computeIfAbsent(fields[0], id -> new LinkedHashMap<>())
                        .put(fields[3], new Line(fields[3], Long.parseLong(fields[4]), Double.parseDouble(fields[5])));
                orders.computeIfAbsent(
                        fields[0],
                        id -> new Order(
                                id,
                                fields[1].isEmpty() ? "guest:" + id : fields[1],
                                LocalDateTime.parse(fields[2]).atZone(ZoneOffset.UTC),
                                new ArrayList<>()));
            }
            orders.values()
                    .forEach(order -> order.lines()
                            .addAll(lines.getOrDefault(order.id(), Map.of()).values()));
            return Optional.of(orders.values().stream()
                    .sorted(Comparator.comparing(Order::at).thenComparing(Order::id))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
