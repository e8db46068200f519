package org.cartograph.procedure;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.cartograph.merchandise.PicksStore;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.procedure.Description;

/** A list of staff picks. */
public record PicksRow(
        @Description("Name of the list") String name,
        @Description("acting, upcoming or over") String state,
        @Description("Ids of its products, in order") List<String> products,

        @Description("Pages for which it is; all when empty")
        List<String> contexts,

        @Description("Since when it counts") @Nullable ZonedDateTime from,

        @Description("When it counts no more") @Nullable ZonedDateTime until,

        @Description("What staff wrote") @Nullable String note,

        @Description("The StaffPicks node") Node picks) {

    static PicksRow of(PicksStore.Picks picks) {
        return new PicksRow(
                picks.name(),
                picks.state().name().toLowerCase(Locale.ROOT),
                picks.products(),
                picks.contexts().stream().sorted().toList(),
                MerchandiseRuleRow.utc(picks.period().from()),
                MerchandiseRuleRow.utc(picks.period().until()),
                picks.note(),
                picks.node());
    }
}
