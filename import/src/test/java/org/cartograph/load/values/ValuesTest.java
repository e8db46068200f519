package org.cartograph.load.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {

    private final ShopTime time = new ShopTime(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-11-20                  | 2026-11-20T00:00:00Z
                    2026-11-20T18:30            | 2026-11-20T18:30:00Z
                    2026-11-20T18:30:05         | 2026-11-20T18:30:05Z
                    2026-11-20 18:30:05.250     | 2026-11-20T18:30:05.250Z
                    2026-11-20T18:30:05Z        | 2026-11-20T18:30:05Z
                    2026-11-20T18:30:05+01:00   | 2026-11-20T18:30:05+01:00
                    2026-11-20 18:30:05 +0100   | 2026-11-20T18:30:05+01:00
                    """)
    void readsTimesInIsoForm(String text, String expected) {
        assertThat(time.of("at", text)).isEqualTo(OffsetDateTime.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4/8/2026",
                "2026-02-30",
                "2026-02-30T10:00:00",
                "2026-13-01",
                "yesterday",
                "20261120",
                "2026-11-20Tx"
            })
    void refusesTimesThatAreNoneOrCanBeMistaken(String text) {
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> time.of("ordered_at", text))
                .withMessage(
                        "`ordered_at` must be a date or time such as 2026-11-20T18:30:00, but was '" + text + "'.");
    }

    @Test
    void readsTimesWithoutZoneInTheGivenOne() {
        assertThat(new ShopTime(ZoneId.of("Europe/Rome")).of("at", "2026-07-01T12:00:00"))
                .isEqualTo(OffsetDateTime.parse("2026-07-01T12:00:00+02:00"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12        | 12
                    12.50     | 12.50
                    -3        | -3
                    .5        | 0.5
                    $90,000   | 90000
                    € 5       | 5
                    1,299.00  | 1299.00
                    -$4.20    | -4.20
                    """)
    void readsNumbersAsShopsWriteThem(String text, BigDecimal expected) {
        assertThat(ShopNumber.of("price", text + " ")).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,50", "1e5", "NaN", "abc", "1.2.3", "--1", "12 34", "$"})
    void refusesWhatIsNoNumber(String text) {
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> ShopNumber.of("price", text))
                .withMessage("`price` must be a number such as 12.50, but was '" + text + "'.");
    }

    @Test
    void refusesNegativePricesAndQuantitiesThatAreNotAboveZero() {
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> ShopNumber.notNegative("price", "-1"))
                .withMessage("`price` must not be negative, but was -1.");
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> ShopNumber.positive("quantity", "0"))
                .withMessage("`quantity` must be above 0, but was 0.");
    }

    @Test
    void acceptsIdsOfUpTo64Characters() {
        assertThat(ShopId.of("product_id", " " + "x".repeat(64) + " ")).hasSize(64);
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> ShopId.of("product_id", "x".repeat(65)))
                .withMessage("`product_id` must have at most 64 characters, but has 65.");
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> ShopId.of("product_id", "  "))
                .withMessage("`product_id` is empty.");
    }

    @ParameterizedTest
    @CsvSource({
        "34.99, 20–50",
        "20, 20–50",
        "19.99, 10–20",
        "0.85, 0.5–1",
        "1, 1–2",
        "1.00, 1–2",
        "2, 2–5",
        "5, 5–10",
        "10, 10–20",
        "100, 100–200",
        "3578.27, 2000–5000",
        "0.01, 0.01–0.02",
        "0.005, 0–0.01",
        "999999, 500000–1000000"
    })
    void bandsPricesInStepsOfOneTwoFive(BigDecimal price, String band) {
        assertThat(PriceBand.of(price)).isEqualTo(band);
    }

    @Test
    void givesNoBandToNoPriceOrZero() {
        assertThat(PriceBand.of(null)).isNull();
        assertThat(PriceBand.of(new BigDecimal("0.00"))).isNull();
    }

    @Test
    void keepsTheWordsOfANameThatSayWhatItIs() {
        assertThat(NameWords.of("Sport-100 Helmet, Red")).containsExactly("100", "helmet", "red", "sport");
        assertThat(NameWords.of("SET OF 3 CAKE TINS & a TIN with the lid"))
                .containsExactly("cake", "lid", "set", "tin", "tins");
        assertThat(NameWords.of("Plutzer Großmärkte")).containsExactly("großmärkte", "plutzer");
        assertThat(NameWords.of("")).isEmpty();
    }

    @Test
    void understandsYesAndNoInTheWordsOfShops() {
        assertThat(YesNo.of("active", " Yes")).isTrue();
        assertThat(YesNo.of("status", "discontinued")).isFalse();
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> YesNo.of("active", "maybe"))
                .withMessageStartingWith("`active` must be yes or no")
                .withMessageEndingWith("but was 'maybe'.");
    }
}
