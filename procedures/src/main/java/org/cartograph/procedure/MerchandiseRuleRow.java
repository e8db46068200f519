package org.cartograph.procedure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cartograph.merchandise.Action;
import org.cartograph.merchandise.Rule;
import org.cartograph.merchandise.RuleStore;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.procedure.Description;

/** A merchandiser's rule. */
public record MerchandiseRuleRow(
        @Description("Name of the rule") String name,

        @Description("hide, pin, boost, bury or margin") String action,

        @Description("acting, upcoming or over") String state,

        @Description("Ids of the products that it lists") List<String> products,

        @Description("Attributes that it is about, as a map {key: [values]}; category and brand are keys")
        Map<String, Object> attributes,

        @Description("Pages where it acts; all when empty") List<String> contexts,

        @Description("Boxes where it acts; all when empty") List<String> placements,

        @Description("The place that a pin gives") @Nullable Long rank,

        @Description("What a boost or bury multiplies scores with") @Nullable
        Double factor,

        @Description("How much a margin rule prefers what earns more, 0 to 1") @Nullable
        Double priority,

        @Description("Margin a piece below which a margin rule hides a product") @Nullable
        Double floor,

        @Description("Since when it acts") @Nullable ZonedDateTime from,

        @Description("When it acts no more") @Nullable ZonedDateTime until,

        @Description("What the merchandiser wrote") @Nullable
        String note,

        @Description("Listed ids, and attributes as key=value, that the graph does not know (yet)")
        List<String> missing,

        @Description("When a rule of this name was first made") @Nullable
        ZonedDateTime createdAt,

        @Description("The Rule node") Node rule) {

    static MerchandiseRuleRow of(RuleStore.Standing standing) {
        Rule rule = standing.rule();
        Action action = rule.action();
        Map<String, Object> attributes = new LinkedHashMap<>();
        rule.selector().attributes().forEach((key, values) -> attributes.put(key, List.copyOf(values)));
        boolean multiplies = action == Action.BOOST || action == Action.BURY;
        return new MerchandiseRuleRow(
                rule.name(),
                action.key(),
                standing.state().name().toLowerCase(Locale.ROOT),
                List.copyOf(rule.selector().products()),
                attributes,
                List.copyOf(rule.contexts()),
                List.copyOf(rule.placements()),
                action == Action.PIN ? (long) rule.rank() : null,
                multiplies ? rule.factor() : null,
                action == Action.MARGIN ? rule.factor() : null,
                rule.floor() > Double.NEGATIVE_INFINITY ? rule.floor() : null,
                utc(rule.period().from()),
                utc(rule.period().until()),
                rule.note(),
                standing.missing(),
                utc(standing.createdAt()),
                standing.node());
    }

    static @Nullable ZonedDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(ZoneOffset.UTC);
    }
}
