package org.cartograph.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.merchandise.PicksStore;
import org.cartograph.merchandise.RuleStore;
import org.cartograph.placement.CurrentSettings;
import org.cartograph.shop.Traits;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** What merchandisers decide: {@code cartograph.rule.*} and {@code cartograph.picks.*}. */
public final class MerchandiseProcedures {
    private static final String RULE =
            "action (hide, pin, boost, bury or margin), products (ids; a pin shows the first of "
                    + "them that can be sold), categories (with all below them), brands, attributes (map {key: [values]}), contexts "
                    + "(pages; all), placements (boxes; all), rank (of a pin, 1 to 100), factor (of a boost, above 1 up to 10; 2; of a "
                    + "bury, 0.01 to below 1; 0.5), priority (of margin, 0 to 1), floor (of margin: money a piece below which a "
                    + "product is hidden), from, until (dates or datetimes; until is the first moment after it, a date counts "
                    + "to its end), note";

    private static final String PICKS =
            "products (ids, in order, 1 to 200), contexts (pages; all), from, until (dates or " + "datetimes), note";
    private static final String RULE_NAME = "Name of the rule, 1 to 64 characters";
    private static final String PICKS_NAME = "Name of the list, 1 to 64 characters";

    @Context
    public Transaction transaction;

    /** Sets a rule. */
    @Procedure(name = "cartograph.rule.set", mode = Mode.WRITE)
    @Description("Makes a merchandiser's rule, or replaces the one of that name: hide, pin, boost or bury products, or "
            + "prefer those that earn more. It acts on the next request. Refused when it contradicts another rule.")
    public Stream<MerchandiseRuleRow> setRule(
            @Name(value = "name", description = RULE_NAME) String name,
            @Name(value = "config", description = RULE) Map<String, Object> config) {
        return Stream.of(MerchandiseRuleRow.of(rules().set(name, config)));
    }

    /** Drops a rule. */
    @Procedure(name = "cartograph.rule.drop", mode = Mode.WRITE)
    @Description("Drops a merchandiser's rule; it acts no more on the next request.")
    public Stream<DroppedRow> dropRule(@Name(value = "name", description = RULE_NAME) String name) {
        rules().drop(name);
        return Stream.of(new DroppedRow(name));
    }

    /** Lists the rules. */
    @Procedure(name = "cartograph.rule.list", mode = Mode.READ)
    @Description(
            "Lists the merchandisers' rules in the order in which they win (hide, pin, boost, bury, margin), and says "
                    + "which act now, which are to come and which are over.")
    public Stream<MerchandiseRuleRow> listRules() {
        return rules().list().stream().map(MerchandiseRuleRow::of);
    }

    private RuleStore rules() {
        return new RuleStore(
                transaction,
                CurrentSettings.read(transaction).contexts(),
                product -> Traits.of(product).attributes());
    }

    /** Sets a list of picks. */
    @Procedure(name = "cartograph.picks.set", mode = Mode.WRITE)
    @Description(
            "Makes a list of products that staff recommend, or replaces the one of that name. It counts for the next "
                    + "request.")
    public Stream<PicksRow> setPicks(
            @Name(value = "name", description = PICKS_NAME) String name,
            @Name(value = "config", description = PICKS) Map<String, Object> config) {
        return Stream.of(PicksRow.of(picks().set(name, config)));
    }

    /** Drops a list of picks. */
    @Procedure(name = "cartograph.picks.drop", mode = Mode.WRITE)
    @Description("Drops a list of staff picks; its products stay.")
    public Stream<DroppedRow> dropPicks(@Name(value = "name", description = PICKS_NAME) String name) {
        picks().drop(name);
        return Stream.of(new DroppedRow(name));
    }

    /** Lists the picks. */
    @Procedure(name = "cartograph.picks.list", mode = Mode.READ)
    @Description("Lists the staff picks by name, and says which count now, which are to come and which are over.")
    public Stream<PicksRow> listPicks() {
        return picks().list().stream().map(PicksRow::of);
    }

    private PicksStore picks() {
        return new PicksStore(transaction, CurrentSettings.read(transaction).contexts());
    }

    /** What is no more. */
    public record DroppedRow(
            @Description("Name of what was dropped") String name) {}
}
