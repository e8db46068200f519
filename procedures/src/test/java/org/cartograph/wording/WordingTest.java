package org.cartograph.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private final Wording english = Wording.shipped();
    private final Wording german = Wording.of("de", Map.of());

    @Test
    void saysWhatIsBoughtTogether() {
        assertThat(english.say("BOUGHT_TOGETHER", "Rye bread", 37L))
                .isEqualTo("Bought together with Rye bread in 37 orders");
        assertThat(english.say("BOUGHT_TOGETHER.chance", "Rye bread", 37L, 4.13))
                .isEqualTo("Bought together with Rye bread in 37 orders, 4.1× more often than by chance");
        assertThat(german.say("BOUGHT_TOGETHER.chance", "Rye bread", 37L, 4.13))
                .isEqualTo("In 37 Bestellungen zusammen mit Rye bread gekauft, 4,1× so oft wie zufällig");
    }

    @Test
    void countsOne() {
        assertThat(english.say("ALSO_BOUGHT", "Rye bread", 1L)).isEqualTo("1 customer bought both this and Rye bread");
        assertThat(german.say("ALSO_BOUGHT", "Rye bread", 1L)).isEqualTo("1 Kunde hat dies und Rye bread gekauft");
        assertThat(english.say("BOUGHT_BEFORE", "", 1L)).isEqualTo("You bought this before");
        assertThat(english.say("BOUGHT_BEFORE", "", 3L)).isEqualTo("You bought this 3 times");
    }

    @Test
    void leavesTheBracesOfAProductsNameAlone() {
        assertThat(english.say("BOUGHT_TOGETHER", "{1} 'jam' {", 2L))
                .isEqualTo("Bought together with {1} 'jam' { in 2 orders");
        assertThat(Wording.of("en", Map.of("en", Map.of("UPGRADE", "{1,choice,0#{0}|1<it's {0}s}")))
                        .say("UPGRADE", "{x} it's", 2L))
                .isEqualTo("it's {x} it'ss");
    }

    @Test
    void saysWhatAMessageFormatSays() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("ar-EG"))) {
            Map<String, String> texts = new TreeMap<>(Language.ENGLISH.texts());
            texts.put("odd", "{1} } {2,number,percent} {1,choice,-1#less|0#none {0}|1<{1,number,000} of {0}|9#} {7}");
            texts.forEach((key, text) -> {
                for (Object count : new Object[] {-3L, 0L, 1L, 2L, 2.25, 999L, 1000L, 1234567L}) {
                    Object[] values = {"Rye bread", count, 4.149, "Plum jam", "", "", "", "seven"};
                    assertThat(Template.of(text, locale).say(values))
                            .as(key)
                            .isEqualTo(new MessageFormat(text.replace("'", "''"), locale).format(values));
                }
            });
        }
    }

    @Test
    void showsAnApostropheAsWritten() {
        assertThat(english.say("title.dont-forget")).isEqualTo("Don't forget");
        Wording own = Wording.of("en", Map.of("en", Map.of("UPGRADE", "It's above {0}, isn't it")));
        assertThat(own.say("UPGRADE", "Rye bread")).isEqualTo("It's above Rye bread, isn't it");
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT, Für Sie",
        "de_CH, Für Sie",
        "DE, Für Sie",
        "fr, For you",
        "'', For you",
        "not a locale at all, For you",
        "x, For you"
    })
    void findsTheLanguageOfALocale(String locale, String title) {
        assertThat(Wording.of(locale, Map.of()).say("title.for-you")).isEqualTo(title);
    }

    @Test
    void prefersTheShopsOwnText() {
        Map<String, Map<String, String>> own = Map.of(
                "de-AT", Map.of("title.for-you", "Servus"),
                "de", Map.of("title.for-you", "Hallo", "PINNED", "Tipp"),
                "fr", Map.of("title.for-you", "Pour vous"),
                "en", Map.of("PINNED", "Our tip"));

        Wording austrian = Wording.of("de-AT", own);
        assertThat(austrian.say("title.for-you")).isEqualTo("Servus");
        assertThat(austrian.say("PINNED")).isEqualTo("Tipp");
        assertThat(austrian.say("POPULAR")).isEqualTo("Beliebt in diesem Shop");
        Wording french = Wording.of("fr-CA", own);
        assertThat(french.say("title.for-you")).isEqualTo("Pour vous");
        assertThat(french.say("PINNED")).isEqualTo("Our tip");
        assertThat(french.say("POPULAR")).isEqualTo("Popular in this shop");
    }

    @Test
    void usesTheShippedTextWhereTheStoredOneIsBroken() {
        assertThat(Wording.of("en", Map.of("en", Map.of("UPGRADE", "Above {0"))).say("UPGRADE", "Rye bread"))
                .isEqualTo("A step up from Rye bread");
    }

    @Test
    void hasATitleForAnyPlacement() {
        assertThat(english.say("title.of-my-own")).isEqualTo("You may also like");
        assertThat(german.say("title.of-my-own")).isEqualTo("Das könnte Ihnen auch gefallen");
        assertThatThrownBy(() -> english.say("NONSENSE")).hasMessage("There is no text for `NONSENSE`.");
    }

    @Test
    void hasEveryTextInEveryLanguageWithTheSameValues() {
        Map<String, String> texts = Language.ENGLISH.texts();
        Map<String, String> translated =
                Objects.requireNonNull(Language.of("de")).texts();

        assertThat(translated).containsOnlyKeys(texts.keySet());
        assertThat(texts).allSatisfy((key, text) -> {
            assertThat(Template.arguments(translated.get(key))).as(key).isEqualTo(Template.arguments(text));
            assertThat(Template.arguments(text)).as(key).isSubsetOf(Set.of(0, 1, 2, 3));
            for (long count : new long[] {0, 1, 2, 1000}) {
                assertThat(english.say(key, "Rye bread", count, 2.5, "Plum jam"))
                        .as(key)
                        .isNotBlank()
                        .doesNotContain("{", "null");
                assertThat(german.say(key, "Rye bread", count, 2.5, "Plum jam"))
                        .as(key)
                        .isNotBlank()
                        .doesNotContain("{", "null");
            }
        });
    }
}
