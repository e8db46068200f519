package org.cartograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartograph.demo.WrittenShop.Order;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why the demo shop's customers come back. */
final class DemoHabitsTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 20);

    @TempDir
    static Path directory;

    private static WrittenShop shop;

    @BeforeAll
    static void writeTheShop() {
        shop = WrittenShop.standard(UNTIL, directory);
    }

    @Test
    void bringsCustomersBackForTheConsumablesTheyUseUp() {
        assertThat(shareOfCustomersBuyingAgain("Coffee Capsules"))
                .isGreaterThan(4 * shareOfCustomersBuyingAgain("Headphones"));
    }

    @Test
    void leadsFromACameraToALensOfItsMountWithinThirtyDays() {
        int cameras = 0;
        int followed = 0;
        for (List<Order> orders : shop.byCustomer().values()) {
            for (Order order : orders) {
                for (String camera : shop.bought(order, "Cameras")) {
                    cameras++;
                    followed += hasLensWithin30Days(orders, order.at(), shop.field(camera, "mount")) ? 1 : 0;
                }
            }
        }

        assertThat((double) followed / cameras).isGreaterThan(0.25);
    }

    @Test
    void bringsCustomersBackForTheNextPurchaseOfASequence() {
        double promised = 0;
        int kept = 0;
        for (NamedCsvRecord sequence : WrittenShop.rows(shop.files().sequences())) {
            String first = sequence.getField("first_id");
            String next = sequence.getField("next_id");
            int days = Integer.parseInt(sequence.getField("within_days"));
            for (List<Order> orders : shop.byCustomer().values()) {
                for (Order order : orders) {
                    if (order.productIds().contains(first)
                            && order.at().isBefore(UNTIL.minusDays(40).atStartOfDay())) {
                        promised += Double.parseDouble(sequence.getField("probability"));
                        kept += isBoughtLater(orders, next, order.at(), days) ? 1 : 0;
                    }
                }
            }
        }

        assertThat(promised).isGreaterThan(1_000);
        assertThat(kept / promised).isBetween(0.8, 1.2);
    }

    /** A busy day may put an errand off to the next. */
    private static boolean isBoughtLater(List<Order> orders, String product, LocalDateTime from, int days) {
        return orders.stream()
                .filter(later -> later.at().isAfter(from) && later.at().isBefore(from.plusDays(days + 3)))
                .anyMatch(later -> later.productIds().contains(product));
    }

    private boolean hasLensWithin30Days(List<Order> orders, LocalDateTime from, String mount) {
        return orders.stream()
                .filter(later -> later.at().isAfter(from) && later.at().isBefore(from.plusDays(31)))
                .flatMap(later -> shop.bought(later, "Lenses").stream())
                .anyMatch(lens -> shop.field(lens, "mount").equals(mount));
    }

    private double shareOfCustomersBuyingAgain(String category) {
        List<Map<String, Long>> counts = shop.byCustomer().values().stream()
                .map(orders -> orders.stream()
                        .flatMap(order -> shop.bought(order, category).stream())
                        .collect(Collectors.groupingBy(product -> product, Collectors.counting())))
                .filter(products -> !products.isEmpty())
                .toList();
        long again = counts.stream()
                .filter(products -> products.values().stream().anyMatch(count -> count > 1))
                .count();
        return (double) again / counts.size();
    }
}
