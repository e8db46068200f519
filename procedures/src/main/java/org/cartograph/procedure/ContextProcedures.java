package org.cartograph.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.placement.ContextStore;
import org.cartograph.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Which boxes a page has and what goes into them, for the shop's people to change. */
public final class ContextProcedures {
    private static final String CONFIG =
            "placements (names of boxes in the page's order), recipes (map: placement → map of "
                    + "title, size, basis (for a box of your own: the one it begins as), signals with their weight (0 to 1000) or a "
                    + "map of weight, trend, rising, fading, and stages: taste {category, brand, price}, returns, response, fatigue {times, "
                    + "restDays}, diversity {categories, priceTiers, brandShare}, exploration {share, swap}, dearer {least, most: of an upgrade, as shares of the price})";

    @Context
    public Transaction transaction;

    /** Lists pages and boxes. */
    @Procedure(name = "cartograph.context.list", mode = Mode.READ)
    @Description("Every page with its boxes and their recipes, as they are now.")
    public Stream<ContextRow> list(
            @Name(value = "context", defaultValue = "", description = "One page only; empty: all") @Nullable
                    String context) {
        return rows(named(context));
    }

    /** Changes a page. */
    @Procedure(name = "cartograph.context.set", mode = Mode.WRITE)
    @Description(
            "Changes which boxes a page has, or their recipes; what is not given stays. It acts on the next request.")
    public Stream<ContextRow> set(
            @Name(value = "context", description = "The page; a new name makes a new page") String context,
            @Name(value = "config", description = CONFIG) Map<String, Object> config) {
        new ContextStore(transaction).set(context, config);
        return rows(context);
    }

    /** Takes changes back. */
    @Procedure(name = "cartograph.context.reset", mode = Mode.WRITE)
    @Description("Makes a page what it was before anybody changed it; a page of the shop's own goes.")
    public Stream<ContextRow> reset(
            @Name(value = "context", defaultValue = "", description = "The page; empty: all of them") @Nullable
                    String context) {
        new ContextStore(transaction).reset(named(context));
        return rows(null);
    }

    /** The text "null" would be a text, so nothing is what an absent argument is. */
    private static @Nullable String named(@Nullable String context) {
        return context == null || context.isEmpty() ? null : context;
    }

    private Stream<ContextRow> rows(@Nullable String context) {
        Wording wording = Wording.read(transaction, null);
        return new ContextStore(transaction).list(context).stream().map(shelf -> ContextRow.of(shelf, wording));
    }
}
