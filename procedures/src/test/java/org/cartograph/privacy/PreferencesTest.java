package org.cartograph.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customers tell the shop. */
class PreferencesTest {
    @BeforeEach
    void open() {
        CornerShop.open();
        rows("MATCH (t:Product {id: 'tea'}) CREATE (t)-[:HAS]->(:Attribute:Brand {key: 'brand', value: 'Leaf'}), "
                + "(t)-[:HAS]->(:Attribute {key: 'color', value: 'black'})");
    }

    @Test
    void keepsWhatACustomerLikes() {
        assertThat(prefer(
                        "ann",
                        "{consent: true, categories: ['drinks'], brands: ['Leaf'], attributes: {color: ['black']}}"))
                .containsEntry("consent", true)
                .containsEntry("categories", List.of("drinks"))
                .containsEntry("brands", List.of("Leaf"))
                .containsEntry("attributes", Map.of("color", List.of("black")));
        assertThat(rows("MATCH (:Customer {id: 'ann'})-[:PREFERS]->(a) RETURN a.value AS value ORDER BY value"))
                .extracting(row -> row.get("value"))
                .containsExactly("Leaf", "black", "drinks");
    }

    @Test
    void replacesWhatIsGivenAndLeavesTheRest() {
        prefer("ann", "{consent: false, categories: ['drinks'], brands: ['Leaf']}");

        assertThat(prefer("ann", "{categories: ['breakfast']}"))
                .containsEntry("consent", false)
                .containsEntry("categories", List.of("breakfast"))
                .containsEntry("brands", List.of("Leaf"));
        assertThat(prefer("ann", "{brands: []}"))
                .containsEntry("brands", List.of())
                .containsEntry("categories", List.of("breakfast"));
    }

    @Test
    void makesACustomerWhoIsNew() {
        assertThat(prefer("new", "{categories: ['drinks']}")).containsEntry("consent", null);

        assertThat(rows("MATCH (c:Customer {id: 'new'}) RETURN c.anonymous AS anonymous"))
                .hasSize(1);
    }

    @Test
    void makesABrowserThatALoginMayMerge() {
        prefer("v1", "{consent: false, anonymous: true}");
        prefer("ann", "{anonymous: true}");

        rows("CALL cartograph.customer.merge('v1', 'ann')");

        assertThat(rows("MATCH (c:Customer) WHERE c.id IN ['v1', 'ann'] "
                        + "RETURN c.id AS id, c.consent AS consent, c.anonymous IS NULL AS identified"))
                .containsExactly(Map.of("id", "ann", "consent", false, "identified", true));
    }

    @Test
    void stopsEverythingPersonalWithTheNextAnswer() {
        rows("CALL cartograph.model.build({})");
        rows(
                "MATCH (c:Customer {id: 'ann'}), (p:Product {id: 'teapot'}) CREATE (c)-[:VIEWED {at: datetime(), eventId: 'e1'}]->(p)");
        prefer("ann", "{categories: ['drinks']}");
        List<Map<String, Object>> stranger = home("stranger");
        assertThat(home("ann")).isNotEqualTo(stranger);
        assertThat(types(home("ann"))).contains("BOUGHT_BEFORE", "SESSION");

        prefer("ann", "{consent: false}");

        assertThat(home("ann")).isEqualTo(stranger);
        assertThat(rows("MATCH (:Customer {id: 'ann'})-[r:VIEWED|PURCHASED|PREFERS]->() RETURN r"))
                .hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " → ",
            quoteCharacter = '"',
            value = {
                "{categories: ['drink']} → none has the category 'drink'. Did you mean `drinks`?",
                "{brands: ['Leef']} → none has the brand 'Leef'. Did you mean `Leaf`?",
                "{attributes: {color: ['blak']}} → `attributes.color` must be of this shop's products, but none has the color 'blak'. Did you mean `black`?",
                "{attributes: {brand: ['Leaf']}} → lists of their own",
                "{categories: 'drinks'} → `categories` must be a list",
                "{consent: 'no'} → `consent` must be true or false, but was 'no'.",
                "{category: ['drinks']} → Did you mean `categories`?"
            })
    void refusesWhatTheShopHasNot(String config, String message) {
        assertThatThrownBy(() -> prefer("new", config)).hasMessageContaining(message);

        assertThat(rows("MATCH (c:Customer {id: 'new'}) RETURN c")).isEmpty();
    }

    private static List<Map<String, Object>> home(String customer) {
        return rows(
                "CALL cartograph.recommend('home', {customerId: $id, seed: 7}) YIELD placement, productId, reasons "
                        + "RETURN placement, productId, reasons",
                Map.of("id", customer));
    }

    private static Set<Object> types(List<Map<String, Object>> items) {
        Set<Object> types = new HashSet<>();
        items.forEach(item ->
                ((List<?>) item.get("reasons")).forEach(reason -> types.add(((Map<?, ?>) reason).get("type"))));
        return types;
    }

    private static Map<String, Object> prefer(String id, String config) {
        List<Map<String, Object>> rows = rows("CALL cartograph.customer.prefer($id, " + config + ")", Map.of("id", id));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
