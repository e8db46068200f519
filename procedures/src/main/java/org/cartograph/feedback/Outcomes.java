package org.cartograph.feedback;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Instants;
import org.cartograph.graph.Showed;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/**
 * What became of one recommended product. Each method says whether that was new; if so, its recommendation is marked for
 * learning. A moment that is told twice keeps the earlier time, so that the order in which events arrive does not matter.
 */
final class Outcomes {
    private static final List<String> OF_A_SALE = List.of(
            Showed.BOUGHT_AT, Showed.ORDER_ID, Showed.REVENUE, Showed.CURRENCY, Showed.RETURNED_AT, Showed.REFUNDED);

    private Outcomes() {}

    static boolean seen(Relationship shown, ZonedDateTime at) {
        return first(shown, Showed.SEEN_AT, at);
    }

    /** A click, a dismissal or the like: whoever does that has seen it. */
    static boolean acted(Relationship shown, String what, ZonedDateTime at) {
        seen(shown, at);
        return first(shown, what, at);
    }

    private static boolean first(Relationship shown, String key, ZonedDateTime at) {
        Object before = shown.getProperty(key, null);
        if (before == null) {
            shown.setProperty(key, at);
            unlearned(shown);
            return true;
        }
        Instant known = Instants.of(before);
        if (known != null && at.toInstant().isBefore(known)) {
            shown.setProperty(key, at);
        }
        return false;
    }

    /** A sale; one that is noted already is only completed by what nobody had said of it. */
    static boolean bought(Relationship shown, Sale sale) {
        boolean news = !shown.hasProperty(Showed.BOUGHT_AT);
        if (news) {
            seen(shown, sale.at());
            shown.setProperty(Showed.BOUGHT_AT, sale.at());
            unlearned(shown);
        } else if (!sale.canBeOf(shown.getProperty(Showed.ORDER_ID, null))) {
            return false;
        }
        fill(shown, Showed.ORDER_ID, sale.orderId());
        if (fill(shown, Showed.REVENUE, sale.revenue())) {
            fill(shown, Showed.CURRENCY, sale.currency());
            news = true;
        }
        return news;
    }

    private static boolean fill(Relationship shown, String key, @Nullable Object value) {
        if (value == null || shown.hasProperty(key)) {
            return false;
        }
        shown.setProperty(key, value);
        return true;
    }

    /** What was bought came back, for so much money; without an amount for all that it was sold for. */
    static boolean returned(Relationship shown, ZonedDateTime at, @Nullable Double amount) {
        if (!first(shown, Showed.RETURNED_AT, at)) {
            return false;
        }
        fill(shown, Showed.REFUNDED, amount == null ? shown.getProperty(Showed.REVENUE, null) : amount);
        return true;
    }

    /** What the order itself says of a sale goes before what an event said. */
    static void ordered(Relationship shown, Sale sale) {
        bought(shown, sale);
        if (sale.revenue() != null && !sale.revenue().equals(shown.getProperty(Showed.REVENUE, null))) {
            shown.setProperty(Showed.REVENUE, sale.revenue());
            unlearned(shown);
        }
        if (sale.revenue() != null && sale.currency() != null) {
            shown.setProperty(Showed.CURRENCY, sale.currency());
        }
    }

    /** A sale that was none, or another's. */
    static void takeBack(Relationship shown) {
        OF_A_SALE.forEach(shown::removeProperty);
        unlearned(shown);
    }

    static void unlearned(Relationship shown) {
        unlearned(shown.getStartNode());
    }

    static void unlearned(Node recommendation) {
        recommendation.addLabel(GraphModel.UNLEARNED);
    }
}
