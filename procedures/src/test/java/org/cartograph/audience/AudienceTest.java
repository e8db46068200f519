package org.cartograph.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.audience.Mailing.DAY;
import static org.cartograph.audience.Mailing.everything;
import static org.cartograph.audience.Mailing.happened;
import static org.cartograph.audience.Mailing.order;
import static org.cartograph.audience.Mailing.who;
import static org.cartograph.fixture.TestDatabase.rows;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.Node;

/** Whom the corner shop writes to. */
class AudienceTest {
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
}
