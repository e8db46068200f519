package org.cartograph.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void suggestsTheKeyThatWasMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(Map.of("limt", 3L), Set.of("limit", "explain")))
                .withMessage("`limt` is not a key here. Did you mean `limit`? Allowed: explain, limit.");
    }

    @Test
    void suggestsNothingForAWordLikeNoOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(Map.of("zzzzzzzz", 3L), Set.of("limit")))
                .withMessage("`zzzzzzzz` is not a key here. Allowed: limit.");
    }

    @Test
    void namesRangeAndValueOfANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limit(0L))
                .withMessage("`limit` must be a whole number between 1 and 100, but was 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limit(1.5))
                .withMessage("`limit` must be a whole number between 1 and 100, but was 1.5.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limit("ten"))
                .withMessage("`limit` must be a whole number between 1 and 100, but was 'ten'.");
    }

    @Test
    void refusesNumbersThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Settings.of(Map.of("beta", Double.NaN), Set.of("beta")).decimal("beta", 0, 0, 2))
                .withMessage("`beta` must be a number between 0 and 2, but was NaN.");
    }

    @Test
    void namesNestedKeysWithTheirPath() {
        Settings filter = Settings.of(Map.of("filter", Map.of("price", Map.of("min", -1L))), Set.of("filter"))
                .nested("filter", Set.of("price"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter.nested("price", Set.of("min", "max")).amount("min"))
                .withMessageStartingWith("`filter.price.min` must be a number between 0 and ");
    }

    @Test
    void refusesAListThatHoldsSomethingElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(Map.of("exclude", List.of("a", 3L)), Set.of("exclude"))
                        .texts("exclude"))
                .withMessage("`exclude` must be a list of texts, but was [a, 3].");
    }

    @Test
    void cutsWhatWouldNotFitIntoASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limit("x".repeat(10_000)))
                .withMessageEndingWith("but was '" + "x".repeat(60) + "… (10000 characters)'.");
    }

    @Test
    void givesTheDefaultForWhatIsAbsentOrNull() {
        assertThat(Settings.of(null, Set.of("limit")).integer("limit", 10, 1, 100))
                .isEqualTo(10);
    }

    private static int limit(Object value) {
        return Settings.of(Map.of("limit", value), Set.of("limit")).integer("limit", 10, 1, 100);
    }
}
