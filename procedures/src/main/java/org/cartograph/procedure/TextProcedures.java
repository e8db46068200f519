package org.cartograph.procedure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.placement.CurrentSettings;
import org.cartograph.wording.TextStore;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** The words that shoppers read: {@code cartograph.text.*}. */
public final class TextProcedures {
    private static final String LOCALE = "A language such as en, de or de-AT";

    @Context
    public Transaction transaction;

    /** Writes texts. */
    @Procedure(name = "cartograph.text.set", mode = Mode.WRITE)
    @Description(
            "Writes the shop's own titles and reasons for a locale, which may be a language that is not shipped. They "
                    + "are shown on the next request; texts of other keys stay.")
    public Stream<TextRow> set(
            @Name(value = "locale", description = LOCALE) String locale,
            @Name(
                            value = "templates",
                            description =
                                    "Texts by key, as cartograph.text.list shows them: {0} the product that a reason "
                                            + "comes from, {1} a count, {2} the lift, {3} the product that it is like; "
                                            + "{1,choice,1#once|1<{1} times} chooses by a count; null takes a text back")
                    Map<String, Object> templates) {
        TextStore store = store();
        store.set(locale, templates);
        return store.list(locale).stream()
                .filter(text -> templates.containsKey(text.key()))
                .map(TextRow::of);
    }

    /** Takes texts back. */
    @Procedure(name = "cartograph.text.reset", mode = Mode.WRITE)
    @Description("Takes back every text that the shop wrote for a locale.")
    public Stream<ResetRow> reset(@Name(value = "locale", description = LOCALE) String locale) {
        return Stream.of(new ResetRow(locale, store().reset(locale)));
    }

    /** Lists the texts. */
    @Procedure(name = "cartograph.text.list", mode = Mode.READ)
    @Description("Lists the titles and reasons as they are shown for a locale, and which of them the shop wrote.")
    public Stream<TextRow> list(@Name(value = "locale", defaultValue = "en", description = LOCALE) String locale) {
        return store().list(locale).stream().map(TextRow::of);
    }

    private TextStore store() {
        return new TextStore(
                transaction, CurrentSettings.read(transaction).placements().keySet());
    }

    /** A text. */
    public record TextRow(
            @Description("The locale") String locale,

            @Description("What it is for: a kind of reason, or title. and a placement")
            String key,

            @Description("The text, as it is used for the locale")
            String template,

            @Description("Whether the shop wrote it for this very locale")
            boolean own,

            @Description("The places that it may have, such as {0}")
            List<String> places) {
        static TextRow of(TextStore.Text text) {
            return new TextRow(text.locale(), text.key(), text.template(), text.own(), text.places());
        }
    }

    /** What was taken back. */
    public record ResetRow(
            @Description("The locale") String locale,
            @Description("Texts that the shop had written") long texts) {}
}
