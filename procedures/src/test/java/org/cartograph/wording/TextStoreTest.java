package org.cartograph.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.List;
import java.util.Map;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.graphdb.Transaction;

/** A shop's own texts. */
class TextStoreTest {
    @BeforeEach
    void open() {
        TestDatabase.empty();
    }

    @Test
    void saysWhatTheShopWrote() {
        set("de_at", Map.of("title.for-you", "Für di'", "BOUGHT_TOGETHER", "Mit {0} gekauft"));

        assertThat(say("de-AT", "title.for-you")).isEqualTo("Für di'");
        assertThat(say("de-AT", "BOUGHT_TOGETHER", "Tee", 3L)).isEqualTo("Mit Tee gekauft");
        assertThat(say("de-AT", "POPULAR")).isEqualTo("Beliebt in diesem Shop");
        assertThat(say("de", "title.for-you")).isEqualTo("Für Sie");
    }

    @Test
    void learnsANewLanguage() {
        set("fr", Map.of("title.for-you", "Pour vous"));

        assertThat(say("fr-CA", "title.for-you")).isEqualTo("Pour vous");
        assertThat(say("fr-CA", "POPULAR")).isEqualTo("Popular in this shop");
    }

    @Test
    void leavesTheOtherTextsOfALocale() {
        set("en", Map.of("title.for-you", "Yours", "POPULAR", "Hot"));

        set("en", Map.of("POPULAR", "Loved"));
        assertThat(say("en", "title.for-you")).isEqualTo("Yours");

        rows("CALL cartograph.text.set('en', {POPULAR: null})");
        assertThat(say("en", "POPULAR")).isEqualTo("Popular in this shop");
    }

    @Test
    void takesTheTextsOfALocaleBack() {
        set("en", Map.of("title.for-you", "Yours", "POPULAR", "Hot"));
        set("fr", Map.of("POPULAR", "Populaire"));

        assertThat(rows("CALL cartograph.text.reset('en')")).containsExactly(Map.of("locale", "en", "texts", 2L));

        assertThat(say("en", "POPULAR")).isEqualTo("Popular in this shop");
        assertThat(say("fr", "POPULAR")).isEqualTo("Populaire");
        assertThat(rows("CALL cartograph.text.reset('en')")).containsExactly(Map.of("locale", "en", "texts", 0L));
    }

    @Test
    void listsEveryTextAsItIsUsed() {
        set("de-AT", Map.of("POPULAR", "Leiwand"));
        set("de", Map.of("BESTSELLER", "Beliebt bei uns"));

        List<Map<String, Object>> texts = rows("CALL cartograph.text.list('de-AT')");

        assertThat(texts).hasSizeGreaterThanOrEqualTo(Language.ENGLISH.texts().size());
        assertThat(text(texts, "POPULAR")).containsEntry("template", "Leiwand").containsEntry("own", true);
        assertThat(text(texts, "BESTSELLER"))
                .containsEntry("template", "Beliebt bei uns")
                .containsEntry("own", false);
        assertThat(text(texts, "ASSORTMENT"))
                .containsEntry("template", "Aus unserem Sortiment")
                .containsEntry("own", false);
        assertThat(text(texts, "NEW_PRODUCT.via")).containsEntry("places", List.of("{0}", "{3}"));
        assertThat(rows("CALL cartograph.text.list()").get(0)).containsEntry("locale", "en");
    }

    @Test
    void hasATitleOfEveryPlacement() {
        List<Map<String, Object>> texts = rows("CALL cartograph.text.list()");

        assertThat(rows("CALL cartograph.text.list('de')"))
                .filteredOn(text -> text.get("key").toString().startsWith("title."))
                .filteredOn(text -> text.get("template").equals("Das könnte Ihnen auch gefallen"))
                .extracting(text -> text.get("key"))
                .containsExactly("title.fallback");
        assertThat(text(texts, "title.for-you")).containsEntry("template", "For you");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " → ",
            quoteCharacter = '"',
            value = {
                "{POPULER: 'x'} → 'POPULER' is not a key here. Did you mean `POPULAR`?",
                "{`title.for-me`: 'x'} → Did you mean `title.for-you`?",
                "{} → `templates` must be a map of texts by key, but was empty.",
                "{POPULAR: 7} → `POPULAR` must be a text of 1 to 500 characters, but was 7.",
                "{POPULAR: ' '} → `POPULAR` must be a text of 1 to 500 characters, but was ' '.",
                "{UPGRADE: 'Above {0'} → `UPGRADE` must be a text with places such as {0}",
                "{UPGRADE: 'Above {product}'} → `UPGRADE` must be a text with places such as {0}",
                "{UPGRADE: 'Above {0,number}'} → `UPGRADE` must be a text with places such as {0}",
                "{BOUGHT_BEFORE: '{1,choice,x}'} → `BOUGHT_BEFORE` must be a text with places such as {0}",
                "{BOUGHT_BEFORE: '{1,choice,0#{x}|1<b}'} → `BOUGHT_BEFORE` must be a text with places such as {0}",
                "{UPGRADE: 'Above {0} in {1} orders'} → `UPGRADE` must be a text with no other places than {0}, but was",
                "{POPULAR: 'Popular: {0}'} → `POPULAR` must be a text without places in braces, but was 'Popular: {0}'."
            })
    void refusesWhatCouldNotBeShown(String templates, String message) {
        set("en", Map.of("POPULAR", "Hot"));
        Object before = rows("CALL cartograph.text.list()");

        assertThatThrownBy(() -> rows("CALL cartograph.text.set('en', " + templates + ")"))
                .hasMessageContaining(message);

        assertThat(rows("CALL cartograph.text.list()")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"english", "''", "d", "de-", "not a locale", "12"})
    void refusesWhatIsNoLocale(String locale) {
        assertThatThrownBy(() -> set(locale, Map.of("POPULAR", "Hot")))
                .hasMessageContaining("`locale` must be a language such as en, de or de-AT, but was '" + locale + "'.");
        assertThat(rows("MATCH (t:Texts) RETURN t")).isEmpty();
    }

    private static Map<String, Object> text(List<Map<String, Object>> texts, String key) {
        return texts.stream()
                .filter(text -> key.equals(text.get("key")))
                .findFirst()
                .orElseThrow();
    }

    private static void set(String locale, Map<String, String> templates) {
        rows("CALL cartograph.text.set($locale, $templates)", Map.of("locale", locale, "templates", templates));
    }

    private static String say(String locale, String key, Object... values) {
        try (Transaction transaction = TestDatabase.begin()) {
            return Wording.read(transaction, locale).say(key, values);
        }
    }
}
