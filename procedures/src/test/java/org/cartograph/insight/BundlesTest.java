package org.cartograph.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** The bundles of the corner shop, whose seven orders can be counted by hand. */
class BundlesTest {
    private static final Offset<Double> EXACTLY = within(1e-12);

    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void findsWhatIsBoughtTogetherOftenEnough() {
        // Both in two orders; jam is rarer than butter, so meeting bread twice is less of a chance.
        assertThat(names("{minimumOrders: 2}")).containsExactly("bread+jam", "bread+butter");
        assertThat(names("{}")).isEmpty();
        assertThat(names("{minimumSupport: 0.29, minimumOrders: 1}")).isEmpty();
        assertThat(names("{minimumSupport: 0.28, minimumOrders: 1}")).hasSize(2);
    }

    @Test
    void measuresABundleOfThree() {
        Map<String, Object> bundle = rows("CALL cartograph.bundles({minimumOrders: 1, minimumItems: 3})")
                .get(0);

        assertThat(bundle)
                .containsEntry("productIds", List.of("bread", "butter", "jam"))
                .containsEntry("productNames", List.of("Rye bread", "Salted butter", "Plum jam"))
                .containsEntry("orders", 1L)
                .containsEntry("allOrders", 7L)
                .containsEntry("price", 9.0);
        assertThat((Double) bundle.get("support")).isEqualTo(1 / 7.0, EXACTLY);
        // In 1 of 7 orders, by chance in 4/7 · 3/7 · 2/7 of them.
        assertThat((Double) bundle.get("lift")).isEqualTo(49 / 24.0, EXACTLY);
        assertThat((List<?>) bundle.get("products")).hasSize(3).allMatch(Node.class::isInstance);
    }

    @Test
    void tellsOfALargeSetRatherThanOfItsParts() {
        // The three together keep half of the orders of bread and jam, and of bread and butter.
        assertThat(names("{minimumOrders: 1}")).containsExactly("tea+teapot", "bread+butter+jam");
        assertThat(names("{minimumOrders: 1, maximumItems: 2}"))
                .containsExactly("bread+jam", "bread+butter", "tea+teapot", "butter+jam");
        assertThat(names("{minimumOrders: 1, everySet: true}"))
                .containsExactly("bread+jam", "bread+butter", "tea+teapot", "bread+butter+jam", "butter+jam");
    }

    @Test
    void tellsOfASetRatherThanOfItsVariants() {
        for (int copy = 0; copy < 3; copy++) {
            CornerShop.buy("eva", "e" + copy, 6, "tea", "teapot", "honey");
            CornerShop.buy("eva", "f" + copy, 6, "tea", "teapot", "sled");
        }

        assertThat(names("{minimumOrders: 3, minimumItems: 3}")).containsExactly("honey+tea+teapot");
        assertThat(names("{minimumOrders: 3, minimumItems: 3, everySet: true}"))
                .containsExactly("honey+tea+teapot", "sled+tea+teapot");
    }

    @Test
    void leavesOutWhatMeetsByChance() {
        // Bread and milk meet in 1 of 7 orders, by chance in 4/7 · 3/7: a lift of 7/12. Butter and milk: 7/9.
        assertThat(names("{minimumOrders: 1, product: 'milk'}")).isEmpty();
        assertThat(names("{minimumOrders: 1, product: 'milk', minimumLift: 0.58}"))
                .containsExactly("butter+milk", "bread+milk");
        assertThat(names("{minimumOrders: 1, product: 'milk', minimumLift: 0.59}"))
                .containsExactly("butter+milk");
    }

    @Test
    void givesTheLargestDiscountThatKeepsTheMarginFloor() {
        margin("bread", 1.0);
        margin("jam", 1.4);
        Map<String, Object> bundle = first("{minimumOrders: 2, product: 'jam'}");

        assertThat((Double) bundle.get("price")).isEqualTo(7, EXACTLY);
        assertThat((Double) bundle.get("margin")).isEqualTo(2.4, EXACTLY);
        // (2.4/7 − 1/10) / (1 − 1/10)
        assertThat((Double) bundle.get("discountPercent")).isEqualTo(100 * 17 / 63.0, EXACTLY);
        assertThat((Double) bundle.get("discount")).isEqualTo(17 / 9.0, EXACTLY);
        // What is left of the margin is a tenth of what is left of the price.
        assertThat((2.4 - 17 / 9.0) / (7 - 17 / 9.0)).isEqualTo(0.1, EXACTLY);
    }

    @ParameterizedTest
    @CsvSource({"0, 2.4", "0.2, 1.25", "0.5, 0"})
    void givesLessTheHigherTheFloor(double floor, double money) {
        margin("bread", 1.0);
        margin("jam", 1.4);

        assertThat((Double) first("{minimumOrders: 2, product: 'jam', marginFloor: " + floor + "}")
                        .get("discount"))
                .isEqualTo(money, EXACTLY);
    }

    @Test
    void knowsNoDiscountWithoutAMarginOrAPrice() {
        margin("bread", 1.0);

        assertThat(first("{minimumOrders: 2, product: 'jam'}"))
                .containsEntry("margin", null)
                .containsEntry("discountPercent", null)
                .containsEntry("discount", null);

        rows("MATCH (p:Product {id: 'bread'}) REMOVE p.price");

        assertThat(first("{minimumOrders: 2, product: 'jam'}")).containsEntry("price", null);
    }

    @Test
    void offersOnlyWhatCanBeSold() {
        rows("MATCH (p:Product {id: 'jam'}) SET p.stock = 0");

        assertThat(names("{minimumOrders: 2}")).containsExactly("bread+butter");
        assertThat(names("{minimumOrders: 2, product: 'jam'}")).isEmpty();
        assertThat(names("{minimumOrders: 2, product: 'jam', sellable: false}")).containsExactly("bread+jam");

        rows("MATCH (p:Product {id: 'butter'}) SET p.active = false");

        assertThat(names("{minimumOrders: 2}")).isEmpty();
    }

    @Test
    void looksIntoACategoryAndAroundAProduct() {
        assertThat(names("{minimumOrders: 1, category: 'drinks'}")).containsExactly("tea+teapot");
        assertThat(names("{minimumOrders: 2, product: 'butter'}")).containsExactly("bread+butter");
    }

    @Test
    void ordersByWhatIsAskedFor() {
        margin("bread", 1.0);
        margin("jam", 0.5);
        margin("butter", 1.5);

        assertThat(names("{minimumOrders: 1, maximumItems: 2, orderBy: 'price'}")
                        .get(0))
                .isEqualTo("tea+teapot");
        assertThat(names("{minimumOrders: 1, maximumItems: 2, orderBy: 'lift'}").get(0))
                .isEqualTo("tea+teapot");
        // The teapot's margin is not known, so it comes last.
        assertThat(names("{minimumOrders: 1, maximumItems: 2, orderBy: 'margin'}"))
                .containsExactly("bread+butter", "butter+jam", "bread+jam", "tea+teapot");
        assertThat(names("{minimumOrders: 1, maximumItems: 2, orderBy: 'discount'}"))
                .containsExactly("bread+butter", "butter+jam", "bread+jam", "tea+teapot");
    }

    @Test
    void seesAnOrderThatCameSinceTheLastQuestion() {
        assertThat(names("{minimumOrders: 2, product: 'tea'}")).isEmpty();

        CornerShop.buy("eva", "o8", 6, "tea", "teapot");

        assertThat(names("{minimumOrders: 2, product: 'tea'}")).containsExactly("tea+teapot");
    }

    @Test
    void hasNoBundlesWithoutOrders() {
        TestDatabase.empty();

        assertThat(rows("CALL cartograph.bundles({minimumOrders: 1})")).isEmpty();
    }

    @Test
    void stopsWhenNobodyWantsTheAnswerAnyMore() {
        GraphDatabaseService database = CornerShop.open();
        try (Transaction transaction = database.beginTx()) {
            Bundles bundles = new Bundles(database, transaction, () -> {
                throw new CancellationException("enough");
            });

            assertThatThrownBy(() -> bundles.find(Map.of())).hasMessage("enough");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{minItems: 2}         | `minItems` is not a key here. Did you mean `minimumItems`?",
                "{minimumItems: 1}     | `minimumItems` must be a whole number between 2 and 4, but was 1.",
                "{maximumItems: 5}     | `maximumItems` must be a whole number between 2 and 4, but was 5.",
                "{minimumItems: 3, maximumItems: 2} | `maximumItems` must be a whole number between 3 and 4, but was 2.",
                "{minimumOrders: 0}    | `minimumOrders` must be a whole number between 1 and 2147483647, but was 0.",
                "{minimumSupport: 1.1} | `minimumSupport` must be a number between 0 and 1, but was 1.1.",
                "{minimumLift: -1}     | `minimumLift` must be a number between 0 and",
                "{minimumLift: 0.0/0}  | `minimumLift` must be a number between 0 and",
                "{marginFloor: 1}      | `marginFloor` must be a number between 0 and 0.99, but was 1.",
                "{limit: 0}            | `limit` must be a whole number between 1 and 10000, but was 0.",
                "{sellable: 'no'}      | `sellable` must be true or false, but was 'no'.",
                "{orderBy: 'lifts'}    | `orderBy` must be one of orders, lift, price, margin, discount, but was 'lifts'.",
                "{product: 'cake'}     | `product` must be the id of a product in the graph",
                "{category: 'cakes'}   | `category` must be the value of a category in the graph"
            })
    void refusesWhatItCannotAnswer(String config, String message) {
        assertThatThrownBy(() -> rows("CALL cartograph.bundles(" + config + ")"))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    private static void margin(String product, double margin) {
        rows("MATCH (p:Product {id: $id}) SET p.margin = $margin", Map.of("id", product, "margin", margin));
    }

    private static Map<String, Object> first(String config) {
        return rows("CALL cartograph.bundles(" + config + ")").get(0);
    }

    private static List<String> names(String config) {
        return rows("CALL cartograph.bundles(" + config + ")").stream()
                .map(BundlesTest::name)
                .toList();
    }

    static String name(Map<String, Object> bundle) {
        return ((List<?>) bundle.get("productIds"))
                .stream().map(String::valueOf).sorted().collect(Collectors.joining("+"));
    }
}
