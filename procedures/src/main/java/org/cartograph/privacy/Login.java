package org.cartograph.privacy;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.People;
import org.cartograph.graph.ProductFacts;
import org.cartograph.settings.Shown;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;

/**
 * Makes one customer of an anonymous visitor and the customer who the visitor turned out to be.
 *
 * <p>In the caller's transaction, because it is what one browser did: some hundred relationships, and a page that follows
 * the login should know all of them or none. Whoever logs in twice at once waits here, and the second finds nothing to do.
 */
public final class Login {
    /** What somebody did rather than said; it goes when consent was refused. */
    private static final Set<String> BEHAVIOUR = Set.of(
            GraphModel.VIEWED.name(),
            GraphModel.ADDED_TO_CART.name(),
            GraphModel.REMOVED_FROM_CART.name(),
            GraphModel.SEARCHED.name(),
            GraphModel.SEEN.name(),
            GraphModel.DISMISSED.name(),
            GraphModel.OWNS.name());

    private final Transaction transaction;

    /** A login inside the caller's transaction. */
    public Login(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Merges; the customer is made when unknown, and nothing else happens when the visitor is.
     *
     * @throws IllegalArgumentException when the visitor is an identified customer
     */
    public Merged merge(@Nullable String visitorId, @Nullable String customerId) {
        String from = CustomerId.checked("visitorId", visitorId);
        String to = CustomerId.checked("customerId", customerId);
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "`visitorId` must be another id than `customerId`, but both were " + Shown.of(from) + ".");
        }
        Node visitor;
        Node customer;
        if (from.compareTo(to) < 0) {
            visitor = CustomerId.locked(transaction, from);
            customer = CustomerId.lockedOrNew(transaction, to);
        } else {
            customer = CustomerId.lockedOrNew(transaction, to);
            visitor = CustomerId.locked(transaction, from);
        }
        customer.removeProperty("anonymous");
        if (visitor == null) {
            return Merged.NOTHING;
        }
        if (!People.isAnonymous(visitor)) {
            throw new IllegalArgumentException("`visitorId` must be the id of an anonymous visitor, but "
                    + Shown.of(from) + " is a customer; two customers are never merged.");
        }
        return merge(visitor, customer);
    }

    private Merged merge(Node visitor, Node customer) {
        boolean refused = CustomerId.refusesConsent(visitor) || CustomerId.refusesConsent(customer);
        long erased = refused ? eraseBehaviour(visitor) : 0;
        List<Relationship> rest = all(visitor);
        mark(rest);
        give(rest, customer);
        JoinedFacts facts = new JoinedFacts(visitor, customer);
        rest.forEach(facts::take);
        visitor.getAllProperties().forEach((key, value) -> {
            if (!customer.hasProperty(key) && !key.equals("anonymous")) {
                customer.setProperty(key, value);
            }
        });
        visitor.delete();
        return new Merged(true, facts.moved(), facts.joined(), erased);
    }

    private long eraseBehaviour(Node visitor) {
        long erased = 0;
        for (Relationship one : all(visitor)) {
            if (BEHAVIOUR.contains(one.getType().name())) {
                one.delete();
                erased++;
            }
        }
        for (Erased some = ForgottenAnswers.step(visitor); !some.isNothing(); some = ForgottenAnswers.step(visitor)) {
            erased += some.recommendations();
        }
        return erased + AnonymousExposures.step(transaction, visitor).exposures();
    }

    /** In the order of their ids, as whoever writes orders locks them; only what a model learns from a customer's orders. */
    private static void mark(List<Relationship> facts) {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        facts.stream()
                .filter(one -> one.isType(GraphModel.PURCHASED))
                .map(Relationship::getEndNode)
                .distinct()
                .sorted(Comparator.comparing(product -> String.valueOf(product.getProperty("id", ""))))
                .forEach(product -> product.setProperty(ProductFacts.CHANGED_AT, now));
    }

    /** An Order node remembers who has its lines, see the loader's {@code orders-lines-remove.cypher}. */
    private void give(List<Relationship> facts, Node customer) {
        facts.stream()
                .filter(one -> one.isType(GraphModel.PURCHASED))
                .map(one -> one.getProperty("orderId", null))
                .filter(String.class::isInstance)
                .distinct()
                .map(id -> transaction.findNode(GraphModel.ORDER, "id", id))
                .filter(Objects::nonNull)
                .forEach(order -> order.setProperty("customerId", customer.getProperty("id")));
    }

    private static List<Relationship> all(Node visitor) {
        try (ResourceIterable<Relationship> all = visitor.getRelationships()) {
            List<Relationship> list = new ArrayList<>();
            all.forEach(list::add);
            return list;
        }
    }
}
