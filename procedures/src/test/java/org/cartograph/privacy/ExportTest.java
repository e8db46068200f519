package org.cartograph.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything about one person, and nothing about another. */
class ExportTest {
    @BeforeEach
    void enter() {
        Zoe.enter();
    }

    @Test
    void beginsWithThePerson() {
        assertThat(export(Zoe.ID).get(0))
                .containsEntry("kind", "Customer")
                .containsEntry("data", Map.of("id", Zoe.ID, "consent", true, "email", "mail@" + Zoe.ID));
    }

    @Test
    void hasARowForEveryRelationshipThereIs() {
        List<Object> types =
                rows("MATCH (:Customer {id: $id})-[r]-() RETURN type(r) AS type", Map.of("id", Zoe.ID)).stream()
                        .map(row -> row.get("type"))
                        .toList();

        assertThat(export(Zoe.ID)).extracting(row -> row.get("kind")).containsAll(types);
        assertThat(export(Zoe.ID).stream().filter(row -> types.contains(row.get("kind"))))
                .hasSameSizeAs(types);
    }

    @Test
    void saysWhatAnUnknownRelationshipLeadsTo() {
        assertThat(of("LIVES_AT"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry(
                                "data",
                                Map.of("since", 2020L, "to", Map.of("city", "Graz", "labels", List.of("Address")))));
        assertThat(of("SERVES"))
                .singleElement()
                .satisfies(row -> assertThat(data(row)).containsKey("from"));
    }

    @Test
    void tellsAPurchaseWithItsOrder() {
        assertThat(of("PURCHASED")).extracting(row -> row.get("productId")).containsExactly("tea", "honey", "sled");
        assertThat(of("PURCHASED").get(0))
                .containsEntry("at", ZonedDateTime.parse("2026-03-05T12:00Z"))
                .satisfies(row -> assertThat(data(row)).containsEntry("orderId", "o8"));
        assertThat(of("Order"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(data(row)).containsEntry("currency", "EUR"));
    }

    @Test
    void tellsWhatWasShownAndWhatCameOfIt() {
        assertThat(of("SHOWED")).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("productId", "tea");
            assertThat(data(row)).containsEntry("recommendationId", "r1").containsEntry("revenue", 5.0);
        });
    }

    @Test
    void namesAnExperimentAndKeepsItsSecrets() {
        assertThat(of("EXPOSED"))
                .singleElement()
                .satisfies(row -> assertThat(data(row))
                        .containsEntry("to", Map.of("name", "red-button", "labels", List.of("Experiment")))
                        .containsEntry("variant", "b"));
    }

    @Test
    void hasNothingOfSomebodyUnknown() {
        assertThat(export("nobody")).isEmpty();
    }

    private static List<Map<String, Object>> of(String kind) {
        return export(Zoe.ID).stream()
                .filter(row -> kind.equals(row.get("kind")))
                .toList();
    }

    private static List<Map<String, Object>> export(String id) {
        return rows("CALL cartograph.customer.export($id)", Map.of("id", id));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> row) {
        return (Map<String, Object>) row.get("data");
    }
}
