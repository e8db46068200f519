package org.cartograph.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.cartograph.graph.CallerLocks;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.Transactions;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * Erases a person and keeps what was bought together.
 *
 * <p>In steps, each in a transaction of its own, because a reseller's 100,000 purchases would not fit into one: the person
 * is labelled and refuses consent; their orders are erased, so that no late copy brings them back; then the node loses its
 * id, and whoever writes to that id from now on writes to somebody new; then all that hangs on the node goes or is given to
 * nobody. Killed in the middle, what is left carries the label {@code Leaving}, and the next call, for whomever, ends it.
 */
public final class Leave {
    /** A person who orders faster than that while leaving is a robot. */
    private static final int MOST_TRIES = 100;

    private static final int ORDERS_A_STEP = 500;

    private final GraphDatabaseService database;
    private final Runnable terminationCheck;

    /**
     * A leaving in one database.
     *
     * @param terminationCheck throws when the caller wants no result any more
     */
    public Leave(GraphDatabaseService database, Runnable terminationCheck) {
        this.database = database;
        this.terminationCheck = terminationCheck;
    }

    /**
     * Erases a person, and all those whose erasure was cut short.
     *
     * @param caller the calling transaction, which must not hold locks that this would wait for
     * @return what was erased of this person; of nobody when there is none of that id
     */
    public Erased run(Transaction caller, @Nullable String id) {
        String checked = CustomerId.checked("id", id);
        CallerLocks.refuse(caller, "cartograph.customer.forget");
        Long wanted = begin(checked);
        Erased erased = Erased.NOTHING;
        for (long node : leaving()) {
            Erased one = erase(node);
            if (wanted != null && wanted == node) {
                erased = one.ofSomebody();
            }
        }
        return erased;
    }

    private @Nullable Long begin(String id) {
        List<Long> found = new ArrayList<>();
        Transactions.write(database, transaction -> {
            found.clear();
            Node person = CustomerId.locked(transaction, id);
            if (person != null) {
                person.setProperty("consent", false);
                person.addLabel(GraphModel.LEAVING);
                found.add(NodeIds.of(person));
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private List<Long> leaving() {
        try (Transaction transaction = database.beginTx();
                ResourceIterator<Node> nodes = transaction.findNodes(GraphModel.LEAVING)) {
            return nodes.stream().map(NodeIds::of).toList();
        }
    }

    private Erased erase(long node) {
        eraseOrdersAndName(node);
        return untilNothing(node, AnonymousOrders::step)
                .plus(untilNothing(node, (transaction, person) -> ForgottenAnswers.step(person)))
                .plus(untilNothing(node, AnonymousExposures::step))
                .plus(untilNothing(node, (transaction, person) -> Remains.step(person)))
                .plus(delete(node));
    }

    /** Orders are locked before their customer, as whoever writes them does; so what came in between takes another round. */
    private void eraseOrdersAndName(long node) {
        for (int tried = 0; tried < MOST_TRIES; tried++) {
            terminationCheck.run();
            List<String> orders = step(node, List.<String>of(), (transaction, person) -> {
                List<String> missing = ErasedOrders.missing(transaction, person);
                if (missing.isEmpty()) {
                    person.getPropertyKeys().forEach(person::removeProperty);
                    person.setProperty("id", Nobody.id());
                    person.setProperty("anonymous", true);
                    person.setProperty("consent", false);
                }
                return missing;
            });
            if (orders.isEmpty()) {
                return;
            }
            for (int from = 0; from < orders.size(); from += ORDERS_A_STEP) {
                terminationCheck.run();
                List<String> some = orders.subList(from, Math.min(orders.size(), from + ORDERS_A_STEP));
                Transactions.write(database, transaction -> ErasedOrders.erase(transaction, some));
            }
        }
        throw new IllegalStateException("The customer keeps ordering while being erased; try again in a while.");
    }

    private Erased untilNothing(long node, BiFunction<Transaction, Node, Erased> step) {
        Erased all = Erased.NOTHING;
        for (Erased one = step(node, Erased.NOTHING, step); !one.isNothing(); one = step(node, Erased.NOTHING, step)) {
            terminationCheck.run();
            all = all.plus(one);
        }
        return all;
    }

    /** Again what came in between, from somebody who had found the node when it still had its name. */
    private Erased delete(long node) {
        return step(node, Erased.NOTHING, (transaction, person) -> {
            Erased late = Erased.NOTHING;
            for (Erased one = Remains.step(person); !one.isNothing(); one = Remains.step(person)) {
                late = late.plus(one);
            }
            person.delete();
            return late;
        });
    }

    /** One step under the person's lock; {@code none} when somebody else ended it meanwhile. */
    private <T> T step(long node, T none, BiFunction<Transaction, Node, T> step) {
        List<T> result = new ArrayList<>();
        Transactions.write(database, transaction -> {
            result.clear();
            try {
                Node person = NodeIds.node(transaction, node);
                transaction.acquireWriteLock(person);
                result.add(person.hasLabel(GraphModel.LEAVING) ? step.apply(transaction, person) : none);
            } catch (NotFoundException gone) {
                result.add(none);
            }
        });
        return result.get(0);
    }
}
