package org.cartograph.feedback;

import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.Showed;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/** Writes checked events, whose people and recommendations are locked. */
final class EventWriter {
    private final Map<String, Node> people;
    private final Map<String, AnswerNode> answers;
    private final FactWriter facts;
    private final SaleEvents sales;
    private final ZonedDateTime now;
    private final Set<String> told = new HashSet<>();

    EventWriter(
            Map<String, Node> people,
            Map<String, AnswerNode> answers,
            FactWriter facts,
            SaleEvents sales,
            ZonedDateTime now) {
        this.people = people;
        this.answers = answers;
        this.facts = facts;
        this.sales = sales;
        this.now = now;
    }

    Verdict write(Checked checked) {
        Node shopper = checked.shopper() == null ? null : people.get(checked.shopper());
        if (shopper == null && checked.shopper() != null && checked.event().type() != EventType.REFUND) {
            return Verdict.rejected("`customerId` must be a customer the shop knows, but this one was just erased.");
        }
        String id = checked.recommendation();
        AnswerNode answer = id == null ? null : answers.get(id);
        if (answer != null && shopper != null) {
            answer.receivedBy(shopper);
        }
        boolean created = answer != null && answer.created() && told.add(answer.id());
        return Verdict.ofNews(written(checked, shopper, answer) || created);
    }

    private boolean written(Checked checked, @Nullable Node shopper, @Nullable AnswerNode answer) {
        Event event = checked.event();
        Node product = checked.product();
        if (event.type() == EventType.IMPRESSION) {
            return answer == null
                    || answer.shown(product, event.placement())
                                    .filter(shown -> Outcomes.seen(shown, event.at()))
                                    .count()
                            > 0;
        }
        if (event.type() == EventType.SEARCH) {
            return shopper != null && event.query() != null && facts.searched(shopper, event, event.query());
        }
        if (product == null) {
            throw new IllegalStateException("An event of type " + event.type() + " was not checked.");
        }
        Optional<Relationship> shown = answer == null
                ? Optional.empty()
                : answer.shown(product, event.placement()).findFirst();
        return switch (event.type()) {
            case CLICK -> answer == null || acted(shown, Showed.CLICKED_AT, event);
            case ADD_TO_CART -> added(event, shopper, product, shown);
            case DISMISS -> dismissed(event, shopper, product, shown);
            case PURCHASE -> sales.bought(shopper, product, shown.orElse(null), sale(event));
            case REFUND -> refunded(checked, product);
            default -> shopper != null && stated(event, shopper, product);
        };
    }

    private static boolean acted(Optional<Relationship> shown, String what, Event event) {
        return shown.map(edge -> Outcomes.acted(edge, what, event.at())).orElse(false);
    }

    /** Without an id of its own an addition is only told from its repetition by the recommendation that noted it first. */
    private boolean added(Event event, @Nullable Node shopper, Node product, Optional<Relationship> shown) {
        boolean first = acted(shown, Showed.ADDED_AT, event);
        boolean canTell = shopper != null && (event.eventId() != null || first);
        if (canTell
                && shopper != null
                && facts.each(shopper, product, GraphModel.ADDED_TO_CART, event).isPresent()) {
            return true;
        }
        return first || (!canTell && shown.isEmpty());
    }

    private boolean dismissed(Event event, @Nullable Node shopper, Node product, Optional<Relationship> shown) {
        boolean first = acted(shown, Showed.DISMISSED_AT, event);
        return (shopper != null && facts.once(shopper, product, GraphModel.DISMISSED, event.at()))
                || first
                || (shopper == null && shown.isEmpty());
    }

    private boolean refunded(Checked checked, Node product) {
        Event event = checked.event();
        boolean first = sales.returned(product, event);
        Relationship line = checked.line();
        return (line != null && event.orderId() != null && facts.returned(line, event.orderId(), event.at(), now))
                || first;
    }

    private boolean stated(Event event, Node shopper, Node product) {
        return switch (event.type()) {
            case VIEW -> facts.viewed(shopper, product, event);
            case REMOVE_FROM_CART ->
                facts.each(shopper, product, GraphModel.REMOVED_FROM_CART, event)
                        .isPresent();
            case OWNS -> facts.once(shopper, product, GraphModel.OWNS, event.at());
            case RATING -> event.value() != null && facts.rated(shopper, product, event.value(), event.at());
            default -> throw new IllegalStateException("An event of type " + event.type() + " states nothing.");
        };
    }

    private static Sale sale(Event event) {
        return new Sale(event.at(), event.orderId(), event.value(), event.currency());
    }
}
