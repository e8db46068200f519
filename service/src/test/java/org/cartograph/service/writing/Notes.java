package org.cartograph.service.writing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.TransientException;

/** A kind of item for tests: each is a node by its text; {@value #POISON} cannot be written. */
final class Notes implements Batch<String> {

    static final String POISON = "poison";

    private static final String KNOWN = "MATCH (n:Note) WHERE n.text IN $texts RETURN n.text AS text";

    private static final String WRITE = """
            UNWIND $texts AS text
            MERGE (:Note {text: CASE text WHEN 'poison' THEN toString(1 / 0) ELSE text END})
            """;

    private final int order;
    private final List<List<String>> written = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final AtomicInteger deadlocks = new AtomicInteger();

    private Notes(int order, CountDownLatch gate) {
        this.order = order;
        this.gate = gate;
    }

    static Notes of(int order) {
        return new Notes(order, new CountDownLatch(0));
    }

    /** Notes that hold up their transaction, and so what comes after it, until they are let go. */
    static Notes heldUp() {
        return new Notes(0, new CountDownLatch(1));
    }

    void letGo() {
        gate.countDown();
    }

    void awaitReached() throws InterruptedException {
        reached.await();
    }

    /** The next transactions with these notes lose a deadlock. */
    void deadlock(int times) {
        deadlocks.set(times);
    }

    /** What was written in each transaction, also in those that failed. */
    List<List<String>> written() {
        return written;
    }

    @Override
    public List<Written> write(TransactionContext transaction, List<String> texts) {
        written.add(texts);
        reached.countDown();
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (deadlocks.getAndDecrement() > 0) {
            throw new TransientException("Neo.TransientError.Transaction.DeadlockDetected", "invented");
        }
        Set<String> known = new HashSet<>(transaction
                .run(KNOWN, Map.of("texts", texts))
                .list(row -> row.get("text").asString()));
        transaction.run(WRITE, Map.of("texts", texts)).consume();
        return texts.stream()
                .map(text -> known.add(text) ? Written.ACCEPTED : Written.DUPLICATE)
                .toList();
    }

    @Override
    public int order() {
        return order;
    }
}
