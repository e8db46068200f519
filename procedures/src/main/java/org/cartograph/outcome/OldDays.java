package org.cartograph.outcome;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.cartograph.graph.GraphModel;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** The sums that {@link Retention} left of days that lie in the time asked for from their first moment to their last. */
final class OldDays {
    private final OutcomeSettings settings;

    OldDays(OutcomeSettings settings) {
        this.settings = settings;
    }

    void addTo(Transaction transaction, Map<Group, Tally> tallies) {
        try (ResourceIterator<Node> days = transaction.findNodes(GraphModel.OUTCOME_DAY)) {
            days.forEachRemaining(day -> add(day, tallies));
        }
    }

    private void add(Node day, Map<Group, Tally> tallies) {
        String placement = text(day, "placement");
        boolean ofWholeAnswers = placement == null;
        if (!(day.getProperty("day", null) instanceof LocalDate date)
                || !isMeant(date)
                || (ofWholeAnswers && settings.looksInside())) {
            return;
        }
        Origin origin = new Origin(
                date.atStartOfDay(ZoneOffset.UTC).toInstant(),
                String.valueOf(day.getProperty("context", "")),
                Origin.variants(day.getProperty("variants", null)));
        for (Group group : Group.of(settings, origin, placement, text(day, "source"))) {
            Tally tally = tallies.computeIfAbsent(group, first -> new Tally());
            tally.isSummed();
            addTo(tally.counts(), day);
        }
    }

    private boolean isMeant(LocalDate day) {
        return !day.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(settings.from())
                && !day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(settings.to());
    }

    private static void addTo(Counts counts, Node day) {
        for (Count count : Count.values()) {
            counts.add(count, Math.round(Objects.requireNonNullElse(number(day, count.key()), 0.0)));
        }
        String currency = String.valueOf(day.getProperty("currency", ""));
        counts.earn(currency, number(day, "revenue"));
        Double halo = number(day, "haloRevenue");
        if (halo != null) {
            counts.shine(currency, halo);
        }
    }

    static @Nullable Double number(Node day, String key) {
        return day.getProperty(key, null) instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    private static @Nullable String text(Node day, String key) {
        return day.getProperty(key, "") instanceof String text && !text.isEmpty() ? text : null;
    }
}
