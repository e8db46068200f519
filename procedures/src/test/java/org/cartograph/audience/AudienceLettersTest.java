package org.cartograph.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.audience.Mailing.DAY;
import static org.cartograph.audience.Mailing.boxes;
import static org.cartograph.audience.Mailing.everything;
import static org.cartograph.audience.Mailing.happened;
import static org.cartograph.audience.Mailing.ids;
import static org.cartograph.audience.Mailing.items;
import static org.cartograph.audience.Mailing.order;
import static org.cartograph.audience.Mailing.who;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
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
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/** What the letters of the corner shop hold, and how they are fetched. */
class AudienceLettersTest {
    @BeforeEach
    void open() {
        CornerShop.open();
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
}
