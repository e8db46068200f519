package org.cartograph.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cartograph.graph.RuleCounts;

/** What rules can be ordered by. */
enum Measure {
    ORDERS,
    SUPPORT,
    CONFIDENCE,
    LIFT,
    CONVICTION;

    double of(Rule rule) {
        RuleCounts counts = rule.counts();
        return switch (this) {
            case ORDERS -> counts.both();
            case SUPPORT -> counts.support();
            case CONFIDENCE -> counts.confidence();
            case LIFT -> counts.lift();
            case CONVICTION -> counts.conviction();
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Measure::word).toList();
    }
}
