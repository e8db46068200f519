package org.cartograph.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.fixture.TestDatabase.rows;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Whom the corner shop writes to. */
class AudienceTest {
    private static final int DAY = 24;

    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void findsWhoLeftACart() {
        happened("ann", "ADDED_TO_CART", "tea", 2 * DAY);
        happened("ann", "ADDED_TO_CART", "honey", 3 * DAY);
        happened("bob", "VIEWED", "tea", 2 * DAY);

        assertThat(rows("CALL cartograph.audience({kind: 'left-cart'})"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row)
                            .containsEntry("customerId", "ann")
                            .containsEntry("kind", "left-cart")
                            .containsEntry("products", List.of("tea", "honey"));
                    assertThat(((Node) row.get("customer"))).isNotNull();
                    assertThat(Duration.between((ZonedDateTime) row.get("since"), ZonedDateTime.now()))
                            .isBetween(Duration.ofHours(48), Duration.ofHours(49));
                });
    }

    @Test
    void forgetsWhatWasTakenOutOfTheCartOrBought() {
        happened("ann", "ADDED_TO_CART", "tea", 20);
        happened("ann", "REMOVED_FROM_CART", "tea", 10);
        happened("bob", "ADDED_TO_CART", "tea", 20);
        happened("bob", "PURCHASED", "tea", 10);
        happened("dan", "ADDED_TO_CART", "tea", 20);
        happened("dan", "ADDED_TO_CART", "honey", 20);
        happened("dan", "PURCHASED", "tea", 10);

        assertThat(who("{kind: 'left-cart'}")).containsOnly(Map.entry("dan", List.of("honey")));

        happened("ann", "ADDED_TO_CART", "tea", 5);

        assertThat(who("{kind: 'left-cart'}")).containsEntry("ann", List.of("tea"));
    }

    @Test
    void leavesAloneWhoIsStillShoppingOrLongGone() {
        happened("ann", "ADDED_TO_CART", "tea", 20);
        happened("ann", "REMOVED_FROM_CART", "honey", 0);
        happened("bob", "ADDED_TO_CART", "tea", 8 * DAY);

        assertThat(who("{kind: 'left-cart'}")).isEmpty();
        assertThat(who("{kind: 'left-cart', minimumHours: 0}")).containsOnlyKeys("ann");
        assertThat(who("{kind: 'left-cart', maximumHours: 200, minimumHours: 100}"))
                .containsOnlyKeys("bob");
    }

    @Test
    void findsWhoBrowsedAndOrderedNothingSince() {
        happened("ann", "VIEWED", "tea", 80);
        happened("bob", "VIEWED", "tea", 80);
        happened("bob", "PURCHASED", "bread", 20);
        happened("cat", "VIEWED", "tea", 80);
        happened("cat", "VIEWED", "honey", 5);
        happened("dan", "VIEWED", "tea", 100);

        // Bob ordered since, Cat is still looking, Dan looked longer ago.
        assertThat(who("{kind: 'browsed'}")).containsOnly(Map.entry("ann", List.of("tea")));
        assertThat(who("{kind: 'browsed', minimumHours: 4}")).containsOnlyKeys("ann", "cat");
    }

    @Test
    void findsWhoseLastOrderIsAWeekOrAMonthOld() {
        order("ann", "x1", 7 * DAY + 1, "tea", "teapot");
        order("bob", "x2", 30 * DAY + 1, "milk");
        order("dan", "x3", 30 * DAY + 1, "milk");
        order("dan", "x4", 2 * DAY, "tea");

        assertThat(who("{kind: 'complement'}")).containsOnlyKeys("ann");
        assertThat(Set.copyOf(who("{kind: 'complement'}").get("ann"))).containsExactlyInAnyOrder("tea", "teapot");
        assertThat(who("{kind: 'win-back'}")).containsOnly(Map.entry("bob", List.of("milk")));
    }

    @Test
    void findsWhoseUsualProductIsDue() {
        // Bought every 20 days, so due when 7 tenths of them have passed: after 14.
        order("ann", "x1", 54 * DAY + 1, "honey");
        order("ann", "x2", 34 * DAY + 1, "honey");
        order("ann", "x3", 14 * DAY + 1, "honey", "tea");
        order("dan", "x4", 56 * DAY, "honey");
        order("dan", "x6", 36 * DAY, "honey");
        order("dan", "x5", 16 * DAY, "honey");

        // For Dan it is due since two days.
        assertThat(who("{kind: 'due'}")).containsOnly(Map.entry("ann", List.of("honey")));
        assertThat(who("{kind: 'due', maximumHours: 72}")).containsOnlyKeys("ann", "dan");
    }

    @Test
    void findsWhatOthersBuyAgainWhereAsked() {
        rows("MATCH (p:Product {id: 'tea'}) SET p.repeatShare = 0.5, p.repeatGapDays = 20.0");
        rows("MATCH (p:Product {id: 'sled'}) SET p.repeatShare = 0.1, p.repeatGapDays = 20.0");
        order("bob", "x1", 14 * DAY + 1, "tea", "sled", "honey");

        assertThat(who("{kind: 'due'}")).isEmpty();
        assertThat(who("{kind: 'due', minimumTimes: 1}")).containsOnly(Map.entry("bob", List.of("tea")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"left-cart", "browsed", "complement", "win-back", "due"})
    void neverWritesToWhoRefusedOrHasNoName(String kind) {
        for (String person : List.of("ann", "bob", "cat", "dan")) {
            everything(person);
        }
        rows("MATCH (c:Customer {id: 'bob'}) SET c.consent = false");
        rows("MATCH (c:Customer {id: 'cat'}) SET c.anonymous = true");
        rows("MATCH (c:Customer {id: 'dan'}) SET c.consent = true");
        String everybody = "{kind: '" + kind + "', minimumHours: 0, maximumHours: 2000";

        assertThat(who(everybody + "}")).containsOnlyKeys("ann", "dan");
        assertThat(who(everybody + ", requireConsent: true}")).containsOnlyKeys("dan");
    }

    @Test
    void namesNothingThatCannotBeSoldOrIsNotWanted() {
        happened("ann", "ADDED_TO_CART", "tea", 20);
        happened("bob", "ADDED_TO_CART", "tea", 20);
        happened("bob", "ADDED_TO_CART", "honey", 20);
        happened("dan", "ADDED_TO_CART", "honey", 20);
        happened("dan", "DISMISSED", "honey", 200);
        rows("MATCH (p:Product {id: 'tea'}) SET p.stock = 0");

        assertThat(who("{kind: 'left-cart'}")).containsOnly(Map.entry("bob", List.of("honey")));
    }

    @Test
    void offersCompanionsOfTheCartButNeverTheCart() {
        rows("CALL cartograph.model.build({})");
        happened("cat", "ADDED_TO_CART", "jam", 20);

        List<Map<String, Object>> boxes = boxes("{kind: 'left-cart'}");

        assertThat(boxes).extracting(box -> box.get("name")).containsExactly("still-in-your-cart");
        assertThat(ids(boxes.get(0))).contains("bread").doesNotContain("jam");
        assertThat(items(boxes.get(0)).get(0))
                .containsKeys("productId", "rank", "score", "source", "product", "reasons");
    }

    @ParameterizedTest
    @CsvSource({
        "browsed, recommended-for-you",
        "complement, because-you-bought",
        "win-back, recommended-for-you+new-in-your-categories",
        "due, buy-it-again"
    })
    void fillsTheBoxesOfTheKind(String kind, String placements) {
        everything("ann");

        List<Map<String, Object>> boxes =
                boxes("{kind: '" + kind + "', minimumHours: 0, maximumHours: 2000, items: 2}");

        assertThat(boxes.stream().map(box -> (String) box.get("name")).collect(Collectors.joining("+")))
                .isEqualTo(placements);
        assertThat(boxes).allSatisfy(box -> assertThat(items(box)).hasSizeLessThanOrEqualTo(2));
        assertThat(items(boxes.get(0))).isNotEmpty();
    }

    @Test
    void offersWhatIsDue() {
        order("ann", "x1", 54 * DAY + 1, "honey");
        order("ann", "x2", 34 * DAY + 1, "honey");
        order("ann", "x3", 14 * DAY + 1, "honey");

        assertThat(ids(boxes("{kind: 'due'}").get(0))).startsWith("honey");
    }

    @Test
    void fillsOtherBoxesWhereAsked() {
        happened("ann", "ADDED_TO_CART", "jam", 20);

        assertThat(boxes("{kind: 'left-cart', context: 'email', placements: ['because-you-bought']}"))
                .extracting(box -> box.get("name"))
                .containsExactly("because-you-bought");
    }

    @Test
    void stopsAtTheLimit() {
        for (String person : List.of("ann", "bob", "cat")) {
            happened(person, "ADDED_TO_CART", "honey", 20);
        }

        assertThat(who("{kind: 'left-cart', limit: 2}")).hasSize(2);
    }

    @Test
    void looksAtNobodyBeforeSomebodyIsAskedFor() {
        for (String person : List.of("ann", "bob", "cat")) {
            happened(person, "ADDED_TO_CART", "honey", 20);
        }
        GraphDatabaseService database = TestDatabase.database();
        AtomicInteger looked = new AtomicInteger();
        try (Transaction transaction = database.beginTx();
                Stream<Person> people = new Audience(database, transaction, looked::incrementAndGet)
                        .people(Map.of("kind", "left-cart"))) {
            assertThat(looked).hasValue(0);
            assertThat(people.findFirst()).isPresent();
            assertThat(looked.get()).isLessThan(5);
        }
    }

    @Test
    void passesOverWhoIsErasedMeanwhile() {
        for (String person : List.of("ann", "bob", "cat")) {
            happened(person, "ADDED_TO_CART", "honey", 20);
        }
        GraphDatabaseService database = TestDatabase.database();
        try (Transaction transaction = database.beginTx();
                Stream<Person> people = new Audience(
                                database, transaction, () -> rows("MATCH (c:Customer) DETACH DELETE c"))
                        .people(Map.of("kind", "left-cart"))) {
            assertThat(people).isEmpty();
        }
    }

    @Test
    void stopsWhenNobodyWantsMore() {
        GraphDatabaseService database = TestDatabase.database();
        try (Transaction transaction = database.beginTx();
                Stream<Person> people = new Audience(database, transaction, () -> {
                            throw new CancellationException("enough");
                        })
                        .people(Map.of("kind", "win-back"))) {
            assertThatThrownBy(people::toList).hasMessage("enough");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                | `kind` must be one of left-cart, browsed, complement, win-back, due, but was null.",
                "{kind: 'leftcart'} | `kind` must be one of left-cart, browsed, complement, win-back, due, but was 'leftcart'. Did you mean `left-cart`?",
                "{kind: 'due', hours: 3} | `hours` is not a key here.",
                "{kind: 'due', minimumHours: -1} | `minimumHours` must be a whole number between 0 and 87600, but was -1.",
                "{kind: 'due', minimumHours: 5, maximumHours: 5} | `maximumHours` must be more than `minimumHours`, which is 5, but was 5.",
                "{kind: 'browsed', minimumTimes: 3} | `minimumTimes` must be left out unless `kind` is 'due', but `kind` was 'browsed'.",
                "{kind: 'due', minimumTimes: 0} | `minimumTimes` must be a whole number between 1 and 1000, but was 0.",
                "{kind: 'due', requireConsent: 1} | `requireConsent` must be true or false, but was 1.",
                "{kind: 'due', items: 101} | `items` must be a whole number between 1 and 100, but was 101.",
                "{kind: 'due', limit: 0} | `limit` must be a whole number between 1 and 2147483647, but was 0.",
                "{kind: 'due', context: 'email'} | `placements` must name boxes where `context` is given.",
                "{kind: 'due', placements: ['again']} | `placements`",
                "{kind: 'due', context: 'letter', placements: ['for-you']} | `context`"
            })
    void refusesWhatItCannotAnswer(String config, String message) {
        assertThatThrownBy(() -> rows("CALL cartograph.audience(" + config + ")"))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    /** A cause of every kind. */
    private static void everything(String person) {
        happened(person, "ADDED_TO_CART", "honey", 20);
        happened(person, "VIEWED", "tea", 20);
        order(person, person + "0", 120 * DAY, "sled");
        order(person, person + "1", 80 * DAY, "sled");
        order(person, person + "2", 40 * DAY, "sled");
    }

    private static void happened(String person, String what, String product, int hoursAgo) {
        rows(
                "MATCH (c:Customer {id: $person}), (p:Product {id: $product}) CREATE (c)-[:" + what
                        + " {at: datetime() - duration({hours: $hours, minutes: 1})}]->(p)",
                Map.of("person", person, "product", product, "hours", hoursAgo));
    }

    private static void order(String person, String order, int hoursAgo, String... products) {
        rows(
                "MATCH (c:Customer {id: $person}) UNWIND $products AS id MATCH (p:Product {id: id}) "
                        + "CREATE (c)-[:PURCHASED {orderId: $order, "
                        + "at: datetime() - duration({hours: $hours})}]->(p)",
                Map.of("person", person, "order", order, "hours", hoursAgo, "products", List.of(products)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> who(String config) {
        return rows("CALL cartograph.audience(" + config + ")").stream()
                .collect(Collectors.toMap(
                        row -> (String) row.get("customerId"), row -> (List<String>) row.get("products")));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> boxes(String config) {
        return (List<Map<String, Object>>)
                rows("CALL cartograph.audience(" + config + ")").get(0).get("placements");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> box) {
        return (List<Map<String, Object>>) box.get("items");
    }

    private static List<String> ids(Map<String, Object> box) {
        return items(box).stream().map(item -> (String) item.get("productId")).toList();
    }
}
