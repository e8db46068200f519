package org.cartograph.merchandise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.CornerShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Setting, dropping and listing staff picks. */
class PicksStoreTest {
    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void keepsTheProductsInTheirOrder() {
        rows("CALL cartograph.picks.set('winter', {products: ['tea', 'sled', 'tea', 'honey'], contexts: ['home'], "
                + "until: date('2999-01-01'), note: 'Ada'})");

        assertThat(rows("CALL cartograph.picks.list()").get(0))
                .containsEntry("name", "winter")
                .containsEntry("state", "acting")
                .containsEntry("products", List.of("tea", "sled", "honey"))
                .containsEntry("contexts", List.of("home"))
                .containsEntry("note", "Ada");
    }

    @Test
    void replacesAListWhole() {
        rows("CALL cartograph.picks.set('winter', {products: ['tea', 'sled'], contexts: ['home'], from: date()})");

        rows("CALL cartograph.picks.set('winter', {products: ['honey']})");

        assertThat(rows("CALL cartograph.picks.list()"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("products", List.of("honey"))
                        .containsEntry("contexts", List.of())
                        .containsEntry("from", null));
    }

    @Test
    void dropsTheListAndLeavesTheProducts() {
        rows("CALL cartograph.picks.set('winter', {products: ['tea', 'sled']})");

        rows("CALL cartograph.picks.drop('winter')");

        assertThat(rows("CALL cartograph.picks.list()")).isEmpty();
        assertThat(rows("MATCH (p:Product) RETURN p")).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " → ",
            quoteCharacter = '"',
            value = {
                "{} → `products` must be 1 to 200 ids, but was 0.",
                "{products: ['tea', 'te', 'coffee']} → `products` must be ids of products of this shop, but 2 were not: 'te', 'coffee'.",
                "{products: [toString(7)], contexts: ['hom']} → `contexts` must be among",
                "{products: [7]} → `products` must be a list of texts",
                "{products: ['tea'], placements: ['for-you']} → `placements` is not a key here.",
                "{products: ['tea'], from: date('2026-01-02'), until: date('2026-01-01')} → `until` must be after `from`",
                "{products: [x IN range(1, 201) | toString(x)]} → `products` must be 1 to 200 ids, but was 201."
            })
    void refusesWhatCannotBeShown(String config, String message) {
        rows("CALL cartograph.picks.set('winter', {products: ['tea', 'sled']})");
        Object before = rows("CALL cartograph.picks.list() YIELD name, products RETURN *");

        for (String name : List.of("winter", "another")) {
            assertThatThrownBy(() -> rows("CALL cartograph.picks.set($name, " + config + ")", Map.of("name", name)))
                    .hasMessageContaining(message);
        }

        assertThat(rows("CALL cartograph.picks.list() YIELD name, products RETURN *"))
                .isEqualTo(before);
    }

    @Test
    void refusesToDropWhatIsNotThere() {
        rows("CALL cartograph.picks.set('winter', {products: ['tea']})");

        assertThatThrownBy(() -> rows("CALL cartograph.picks.drop('wintr')"))
                .hasMessageContaining(
                        "`name` must be the name of a list of picks, but was 'wintr'. Did you mean `winter`?");
    }
}
