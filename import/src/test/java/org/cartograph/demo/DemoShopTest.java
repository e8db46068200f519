package org.cartograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cartograph.demo.WrittenShop.Order;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop of the demo as of 20 November 2026, read back from its files. */
final class DemoShopTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 20);

    @TempDir
    static Path directory;

    private static WrittenShop shop;

    @BeforeAll
    static void writeTheShop() {
        shop = WrittenShop.standard(UNTIL, directory);
    }

    @Test
    void writesAsManyOfEachAsAsked() {
        assertThat(shop.orders()).hasSize(12_000);
        assertThat(shop.products()).hasSize(1_000);
        assertThat(WrittenShop.rows(shop.files().customers()))
                .extracting(row -> row.getField("customer_id"))
                .doesNotHaveDuplicates()
                .hasSize(2_000);
    }

    @Test
    void hasFortyCategoriesInEightDepartments() {
        assertThat(column("category")).hasSize(40);
        assertThat(column("parent_category")).hasSize(8);
    }

    @Test
    void givesEveryProductAReadableIdAndANameOfItsOwn() {
        assertThat(shop.products().keySet()).allMatch(id -> id.matches("[a-z]+-[0-9]{4,}") && id.length() <= 64);
        assertThat(column("name")).hasSize(1_000).noneMatch(name -> name.contains("{") || name.contains("*"));
    }

    @Test
    void endsPricesAsShopsDo() {
        assertThat(column("price")).allMatch(price -> price.matches("\\d+\\.(49|99|90|00)"));
    }

    @Test
    void earnsSomethingOnEveryPiece() {
        assertThat(shop.products().values())
                .allMatch(row -> number(row, "margin") > 0 && number(row, "margin") < number(row, "price"));
    }

    @Test
    void keepsMostProductsInStockButNotAll() {
        long soldOut = shop.products().values().stream()
                .filter(row -> row.getField("stock").equals("0"))
                .count();
        long inactive = shop.products().values().stream()
                .filter(row -> row.getField("active").equals("false"))
                .count();

        assertThat(soldOut).isBetween(30L, 150L);
        assertThat(inactive).isBetween(10L, 60L);
    }

    @Test
    void ordersOnlyProductsOfTheCatalogueAfterTheirRelease() {
        for (Order order : shop.orders()) {
            for (String product : order.productIds()) {
                assertThat(shop.products()).containsKey(product);
                assertThat(LocalDate.parse(shop.field(product, "released_at")))
                        .isBeforeOrEqualTo(order.at().toLocalDate());
            }
        }
    }

    @Test
    void writesOrdersInTimeOrderAndNoneInTheFuture() {
        assertThat(shop.orders())
                .isSortedAccordingTo(Comparator.comparing(Order::at).thenComparing(Order::id))
                .allMatch(order -> order.at().isBefore(UNTIL.atStartOfDay()));
    }

    @Test
    void fillsOrdersWithOneToEightDifferentProducts() {
        assertThat(shop.orders())
                .allMatch(order -> order.lines().size() <= 8)
                .allMatch(order ->
                        Set.copyOf(order.productIds()).size() == order.lines().size())
                .allMatch(order -> order.lines().stream().allMatch(line -> line.quantity() > 0));
        assertThat(shop.orders().stream()
                        .mapToInt(order -> order.lines().size())
                        .average()
                        .orElseThrow())
                .isBetween(2.4, 3.0);
    }

    @Test
    void hasGuestsAndCancelledOrders() {
        assertThat(share(Order::isGuest)).isBetween(0.08, 0.15);
        assertThat(share(Order::isCancelled)).isBetween(0.02, 0.04);
    }

    @Test
    void bringsMostCustomersBack() {
        Map<String, List<Order>> customers = shop.byCustomer();

        assertThat(customers).hasSizeBetween(1_300, 2_000);
        assertThat(customers.values().stream().filter(orders -> orders.size() > 1))
                .hasSizeGreaterThan(customers.size() / 2);
    }

    @Test
    void concentratesDemandOnAFewBestsellers() {
        List<Long> counts = shop.orders().stream()
                .flatMap(order -> order.productIds().stream())
                .collect(Collectors.groupingBy(product -> product, Collectors.counting()))
                .values()
                .stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        long all = counts.stream().mapToLong(Long::longValue).sum();
        long top = counts.stream().limit(50).mapToLong(Long::longValue).sum();

        assertThat((double) top / all).isBetween(0.2, 0.45);
        assertThat(counts.get(counts.size() / 2)).isLessThan(25);
    }

    @Test
    void sellsSeasonalThingsInTheirSeasonOnly() {
        assertThat(monthsOf("Christmas Lights")).contains(11, 12).isSubsetOf(10, 11, 12, 1);
        assertThat(monthsOf("Garden Furniture")).contains(5, 6, 7).isSubsetOf(3, 4, 5, 6, 7, 8, 9);
        assertThat(monthsOf("Heaters")).contains(11, 12, 1).isSubsetOf(9, 10, 11, 12, 1, 2, 3);
    }

    @Test
    void datesSeasonalOffersAroundToday() {
        assertThat(columnOf("Christmas Lights", "available_from")).containsOnly("2026-10-15");
        assertThat(columnOf("Christmas Lights", "available_until")).containsOnly("2027-01-06");
        assertThat(columnOf("Garden Furniture", "available_from")).containsOnly("2027-03-01");
        assertThat(columnOf("Laptops", "available_from")).containsOnly("");
    }

    @Test
    void releasesACohortInTheLastWeekThatHasHardlySold() {
        Set<String> newest = shop.products().keySet().stream()
                .filter(id -> !LocalDate.parse(shop.field(id, "released_at")).isBefore(UNTIL.minusDays(7)))
                .collect(Collectors.toSet());
        Map<String, Long> sales = shop.orders().stream()
                .flatMap(order -> order.productIds().stream())
                .filter(newest::contains)
                .collect(Collectors.groupingBy(product -> product, Collectors.counting()));

        assertThat(newest).hasSize(25).allMatch(id -> shop.field(id, "active").equals("true"));
        assertThat(sales.values()).isNotEmpty().allMatch(count -> count <= 3);
        assertThat(sales.size()).isLessThan(newest.size());
    }

    @Test
    void fillsReturnsAndRatingsWithWhatWasBought() {
        assertThat(WrittenShop.rows(shop.files().returns()))
                .isNotEmpty()
                .allMatch(row -> Integer.parseInt(row.getField("quantity")) < 0)
                .allMatch(row -> shop.products().containsKey(row.getField("product_id")));
        assertThat(WrittenShop.rows(shop.files().ratings()))
                .isNotEmpty()
                .allMatch(row -> row.getField("rating").matches("[1-5]"))
                .allMatch(
                        row -> LocalDateTime.parse(row.getField("reviewed_at")).isBefore(UNTIL.atStartOfDay()));
    }

    @Test
    void saysWhatWasPlanted() {
        assertThat(shop.files().about()).content().contains("planted.csv").contains("--until 2026-11-20");
    }

    private Set<Integer> monthsOf(String category) {
        return shop.orders().stream()
                .filter(order -> !shop.bought(order, category).isEmpty())
                .map(order -> MonthDay.from(order.at()).getMonthValue())
                .collect(Collectors.toSet());
    }

    private Set<String> columnOf(String category, String column) {
        return shop.products().values().stream()
                .filter(row -> row.getField("category").equals(category))
                .map(row -> row.getField(column))
                .collect(Collectors.toSet());
    }

    private Set<String> column(String column) {
        return shop.products().values().stream()
                .map(row -> row.getField(column))
                .collect(Collectors.toSet());
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private static double share(Predicate<Order> kind) {
        return (double) shop.orders().stream().filter(kind).count()
                / shop.orders().size();
    }
}
